// The fields of a form: one for each parameter, by what its type is.

import { imageType } from "./picture";
import { fieldOf, type Parameter } from "./schema";

export interface Given {
  text: string;
  error: string | null;
}

interface Props {
  id: string;
  parameter: Parameter;
  given: Given;
  onInput: (text: string) => void;
}

export function Field({ id, parameter, given, onInput }: Props) {
  const field = fieldOf(parameter.schema);
  const about = { id, "aria-describedby": given.error === null ? undefined : `${id}-error`, "aria-invalid": given.error !== null };
  const input = () => {
    switch (field.kind) {
      case "bool":
        return (
          <select {...about} value={given.text} onChange={(event) => onInput(event.currentTarget.value)}>
            <option value="true">True</option>
            <option value="false">False</option>
          </select>
        );
      case "choice":
        return (
          <select {...about} value={given.text} onChange={(event) => onInput(event.currentTarget.value)}>
            {field.choices.map((choice, index) => (
              <option key={index} value={String(index)}>{String(choice)}</option>
            ))}
          </select>
        );
      case "int":
      case "float":
        return <input {...about} inputMode="decimal" value={given.text} onInput={(event) => onInput(event.currentTarget.value)} />;
      case "image":
      case "bytes":
        return <FileField about={about} given={given} what={field.kind} onInput={onInput} />;
      default:
        return (
          <textarea
            {...about}
            rows={Math.min(8, Math.max(2, given.text.split("\n").length))}
            spellcheck={false}
            value={given.text}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        );
    }
  };
  return (
    <div class="field">
      <label for={id}>
        <b>{parameter.name}</b> <code>{parameter.type}</code>
      </label>
      {parameter.description !== undefined && <p class="describe">{parameter.description}</p>}
      {input()}
      {field.kind === "lines" && <p class="describe">{field.item === "text" ? "One on each line." : "Numbers, separated by commas or lines."}</p>}
      {field.kind === "json" && <p class="describe">As JSON.</p>}
      {given.error !== null && (
        <p class="error" id={`${id}-error`} role="alert">{given.error}</p>
      )}
    </div>
  );
}

/** A file that is passed as it is: an image or bytes. */
function FileField({ about, given, what, onInput }: { about: object; given: Given; what: "image" | "bytes"; onInput: (text: string) => void }) {
  const passed = encodedIn(given.text, what);
  const type = passed === undefined ? undefined : imageType(passed);
  const take = (file: File | undefined) => {
    if (!file) return;
    const reader = new FileReader();
    reader.onload = () => {
      const address = String(reader.result);
      onInput(JSON.stringify({ [what]: address.slice(address.indexOf(",") + 1) }));
    };
    reader.readAsDataURL(file);
  };
  return (
    <div
      class="drop-image"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        take(event.dataTransfer?.files[0]);
      }}
    >
      {type !== undefined && <img src={`data:${type};base64,${passed}`} alt="What is passed" />}
      <span>{what === "image" ? "Drop another image here, or" : `${sizeOf(passed)}. Drop another file here, or`}</span>
      <input {...about} type="file" accept={what === "image" ? "image/*" : undefined} onChange={(event) => take(event.currentTarget.files?.[0])} />
    </div>
  );
}

/** The base64 of what is passed. */
function encodedIn(text: string, what: "image" | "bytes"): string | undefined {
  try {
    const held = (JSON.parse(text) as Record<string, unknown>)[what];
    return typeof held === "string" ? held : undefined;
  } catch {
    return undefined;
  }
}

const sizeOf = (encoded = "") => `${atob(encoded).length.toLocaleString("en")} bytes`;
