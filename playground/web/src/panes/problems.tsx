// What is wrong, below the editor.

import { active, documents, openPage, problems, reveal } from "../state";
import type { Diagnostic } from "../analyzer/protocol";

function Item({ item }: { item: Diagnostic }) {
  const others = documents.value.size > 1;
  return (
    <li class={item.severity}>
      <button class="problem" onClick={() => reveal(item)}>
        <i class="mark" aria-hidden="true" />
        <span class="sr">{item.severity}: </span>
        <span class="message">{item.message}</span>
        {item.help !== null && <span class="help">{item.help}</span>}
        <span class="where">
          {others && item.file !== active.value ? `${item.file}:` : ""}
          {item.range.startLineNumber}:{item.range.startColumn}
        </span>
      </button>
      <a
        href={`#docs/${item.code}`}
        class="code"
        aria-label={`What ${item.code} means`}
        onClick={(event) => {
          event.preventDefault();
          openPage(item.code);
        }}
      >
        {item.code}
      </a>
    </li>
  );
}

export function Problems() {
  const found = problems.value;
  if (found.length === 0) return null;
  return (
    <section class="problems" aria-label="Problems">
      <ul tabIndex={0}>
        {found.slice(0, 200).map((item) => (
          <Item key={`${item.file}:${item.range.startLineNumber}:${item.range.startColumn}:${item.code}:${item.message}`} item={item} />
        ))}
      </ul>
      {found.length > 200 && <p class="note">and {found.length - 200} more</p>}
    </section>
  );
}
