"""The result of a compile as HTML that needs nothing but itself: no script, and colours that are those of the page around.

It is the same in JupyterLab, Notebook 7, VS Code and what nbconvert makes.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from hotforge_jupyter.source import COSTS, blocks
from hotforge_jupyter.units import duration, in_bytes

if TYPE_CHECKING:
    from hotforge_jupyter.comparison import Comparison
    from hotforge_jupyter.result import Result

_STAGES = {
    "check": "#3f7fd1",
    "capture": "#2e9d8c",
    "codegen": "#8a63d2",
    "runtime": "#888888",
    "rustc": "#d9822b",
    "bundle": "#5a9e3a",
}

#: Named thrice where JupyterLab has a rule of its own for the same element.
STYLE = """
.hf{font-size:13px;line-height:1.5;color:inherit;max-width:100%;
 --hf-line:rgba(128,128,128,.25);--hf-soft:rgba(128,128,128,.1);--hf-mono:var(--jp-code-font-family,var(--vscode-editor-font-family,ui-monospace,SFMono-Regular,Menlo,Consolas,monospace));
 --hf-paper:var(--jp-layout-color0,var(--vscode-editorHoverWidget-background,Canvas));--hf-ink:var(--jp-ui-font-color1,var(--vscode-editorHoverWidget-foreground,CanvasText))}
.hf.hf.hf code,.hf.hf.hf pre{font-family:var(--hf-mono);font-size:12.5px;line-height:inherit;background:none;color:inherit;padding:0;border:0}
.hf.hf.hf table,.hf.hf.hf tr,.hf.hf.hf td{background:none;border:0}.hf.hf.hf .cd{white-space:pre-wrap;overflow-wrap:anywhere;flex:1}.hf.hf.hf .head code{font-weight:600}.hf.hf.hf .head .dim code{font-weight:400}
.hf .head{display:flex;flex-wrap:wrap;gap:4px 14px;align-items:baseline;margin:2px 0 6px}
.hf .badge{background:#d9822b;color:#fff;border-radius:9px;padding:0 9px;font-weight:600}
.hf .badge.bad{background:#d14545}.hf .badge.ok{background:#2e8b57}
.hf .dim{opacity:.7}
.hf .src{border:1px solid var(--hf-line);border-radius:4px;padding:4px 0;margin:4px 0}
.hf .src div.l,.hf .src .l>summary{display:flex;cursor:default}
.hf details.l>summary{list-style:none;cursor:pointer}.hf details.l>summary::-webkit-details-marker{display:none}
.hf.hf.hf .ln{flex:none;width:3.2em;white-space:pre;text-align:right;padding-right:1em;opacity:.45;user-select:none}
.hf details.l>summary .ln::before{content:"+ ";opacity:.8}.hf details.l[open]>summary .ln::before{content:"− "}
.hf .l{border-left:4px solid transparent}
.hf .h0{border-left-color:rgba(217,130,43,.18)}.hf .h1{border-left-color:rgba(217,130,43,.35)}
.hf .h2{border-left-color:rgba(217,130,43,.55)}.hf .h3{border-left-color:rgba(217,110,43,.8);background:rgba(217,130,43,.06)}
.hf .h4{border-left-color:rgba(209,69,69,.9);background:rgba(217,130,43,.13)}
.hf .t{border-radius:2px}.hf div.l,.hf details.l>summary{position:relative}.hf .t:focus{outline:none}
.hf .t:hover:not(:has(.t:hover)),.hf .t:focus:not(:has(.t:focus)){background:rgba(63,127,209,.22)}
.hf .tip{display:none;position:absolute;left:4em;top:100%;z-index:99;white-space:normal;width:max-content;max-width:min(640px,85%);background:var(--hf-paper);color:var(--hf-ink);border:1px solid var(--hf-line);border-radius:4px;box-shadow:0 2px 8px rgba(0,0,0,.3);padding:4px 9px;font-family:system-ui,sans-serif;font-size:12px;text-align:left}
.hf .tip b{font-family:var(--hf-mono);font-weight:600;white-space:pre-wrap}.hf u{text-decoration:none;font-family:var(--hf-mono);font-size:.95em}
.hf .t:hover:not(:has(.t:hover))>.tip,.hf .t:focus:not(:hover):not(:has(.t:focus))>.tip{display:block}
.hf .k{color:var(--jp-mirror-editor-keyword-color,#a3539e);font-weight:600}.hf .s{color:var(--jp-mirror-editor-string-color,#3a9157)}
.hf .n{color:var(--jp-mirror-editor-number-color,#b8741a)}.hf .c{color:var(--jp-mirror-editor-comment-color,#7b8794);font-style:italic}
.hf .f{color:var(--jp-mirror-editor-def-color,#3f7fd1)}.hf .d{color:var(--jp-mirror-editor-meta-color,#8a63d2)}.hf .b{color:var(--jp-mirror-editor-builtin-color,#2e8b9d)}
.hf .qe{text-decoration:underline wavy #e04848 1.2px;text-underline-offset:3px}.hf .qw{text-decoration:underline wavy #d9a02b 1.2px;text-underline-offset:3px}.hf .qn{text-decoration:underline dotted #3f7fd1 1.5px;text-underline-offset:3px}
.hf .diag,.hf .note{margin:2px 8px 4px 3.6em;padding:3px 9px;border-left:3px solid #3f7fd1;background:var(--hf-soft);white-space:pre-wrap}
.hf .diag.de{border-left-color:#e04848}.hf .diag.dw{border-left-color:#d9a02b}
.hf .low{margin:2px 8px 6px 3.6em;white-space:normal}.hf .low ul{margin:0;padding-left:1.2em}.hf.hf.hf .low pre{margin:4px 0;padding:5px 9px;background:var(--hf-soft);border-radius:3px;white-space:pre;overflow-x:auto;tab-size:4}
.hf.hf.hf table.sig{font-size:13px;border-collapse:collapse;margin:4px 0;display:inline-table;vertical-align:top;margin-right:24px}
.hf.hf.hf table.sig td{border:0;border-bottom:1px solid var(--hf-line);padding:2px 10px 2px 0;text-align:left;vertical-align:top;background:none;white-space:normal}
.hf table.sig caption{text-align:left;caption-side:top;font-weight:600;padding:4px 0;color:inherit}
.hf .bar{display:flex;height:8px;border-radius:4px;overflow:hidden;max-width:560px;margin:5px 0 2px;background:var(--hf-soft)}
.hf .key{display:flex;flex-wrap:wrap;gap:2px 14px;font-size:12px}.hf .key i{display:inline-block;width:9px;height:9px;border-radius:2px;margin-right:5px}
.hf details.part{margin:3px 0}.hf summary{cursor:pointer}
"""


def page(result: Result) -> str:
    """The whole result."""
    report = result.report
    parts = [_head(result)]
    if report.error is not None:
        parts.append(_error(report.error))
    if report.view:
        cell = result.cell.label if result.cell is not None else None
        elsewhere = [one for one in report.diagnostics if one["place"]["path"] not in report.texts]
        parts += [f"<div class='diag d{one['severity'][0]}'>{escape(one['message'])}</div>" for one in elsewhere]
        parts.append(blocks(report, cell, result.cells))
        if not report.has_errors():
            parts += [_signatures(report.view["predictors"]), _globals(report.view["globals"], result.cells)]
    if result.comparison is not None:
        parts.append(_comparison(result.comparison))
    if report.times:
        parts.append(_times(report.times))
    return f"<div class=hf><style>{STYLE}</style>{''.join(parts)}</div>"


def _head(result: Result) -> str:
    report = result.report
    names = ", ".join(one["name"] for one in report.view.get("predictors", []))
    if report.has_errors():
        count = sum(one["severity"] == "error" for one in report.diagnostics) + (report.error is not None)
        told = f"{count} error{'s' if count > 1 else ''}, so it stays Python"
        return f"<div class=head><span class='badge bad'>not compiled</span><code>{escape(names)}</code><span class=dim>{told}</span></div>"
    if not result.functions:
        return f"<div class=head><span class='badge ok'>compiles</span><code>{escape(names)}</code></div>"
    size = report.library_size()
    facts = [f"in {duration(result.seconds)}"]
    facts += ["from the cache"] if report.cached else []
    facts += [in_bytes(size)] if size is not None else []
    told = "".join(f"<span class=dim>{escape(fact)}</span>" for fact in facts)
    return f"<div class=head><span class=badge>native</span><code>{escape(names)}</code>{told}{_saved(result)}</div>"


def _saved(result: Result) -> str:
    if result.saved is None:
        name = escape(next(iter(result.functions)))
        return f"<span class=dim>to keep it: <code>%compile {name} --save build/{name}</code></span>"
    path = escape(str(result.saved), quote=True)
    return f'<span>saved: <a href="{path}" target=_blank><code>{path}</code></a></span>'


def _error(error: dict[str, Any]) -> str:
    help_text = f"<div>help: {escape(error['help'])}</div>" if error.get("help") else ""
    detail = f"<details><summary>details</summary><pre>{escape(error['detail'])}</pre></details>" if error.get("detail") else ""
    return f"<div class='diag de'><b>error[{error['code']}]</b>: {escape(error['message'])}{help_text}{detail}</div>"


def _signatures(predictors: list[dict[str, Any]]) -> str:
    tables = []
    for predictor in predictors:
        rows = [_row(one["name"], one["type"], one["default"], one["description"]) for one in predictor["parameters"]]
        rows.append(_row("returns", predictor["returns"]["type"], None, predictor["returns"]["description"], is_result=True))
        tables.append(f"<table class=sig><caption><code>{escape(predictor['name'])}</code></caption>{''.join(rows)}</table>")
    return "".join(tables)


def _row(name: str, kind: str, default: str | None, description: str | None, *, is_result: bool = False) -> str:
    shown = f"<i>{name}</i>" if is_result else f"<code>{escape(name)}</code>"
    given = f" = {escape(default)}" if default is not None else ""
    return f"<tr><td>{shown}<td><code>{escape(kind)}{given}</code><td class=dim>{escape(description or '')}</tr>"


def _globals(captured: list[dict[str, Any]], titles: dict[str, str]) -> str:
    if not captured:
        return ""
    rows = "".join(
        f"<tr><td><code>{escape(one['name'])}</code><td><code>{escape(one['type'])}</code>"
        f"<td>{in_bytes(one['bytes']) if one['bytes'] is not None else ''}"
        f"<td class=dim>{escape(titles.get(one['place']['path'], ''))}</tr>"
        for one in captured
    )
    return f"<table class=sig><caption>captured globals</caption>{rows}</table>"


def _times(times: dict[str, float]) -> str:
    whole = sum(times.values()) or 1.0
    bars = "".join(
        f"<span style='width:{100 * time / whole:.2f}%;background:{_STAGES.get(name, '#888')}' title='{name}'></span>"
        for name, time in times.items()
    )
    key = "".join(
        f"<span><i style='background:{_STAGES.get(name, '#888')}'></i>{name} {duration(time / 1000)}</span>"
        for name, time in times.items()
        if time >= 0.5
    )
    costs = "".join(f"<span class='l h{index}' style='padding-left:5px'>{told}</span>" for index, told in enumerate(COSTS.values()))
    return f"<div class=bar>{bars}</div><div class=key>{key}</div><div class='key dim' style='margin-top:4px'>{costs}</div>"


def _comparison(comparison: Comparison) -> str:
    """Two bars, the longer one as long as there is room."""
    longest = max(comparison.python, comparison.native) or 1.0
    verdicts = {"equal": "equal", "close": "equal up to rounding", "different": "different"}
    rows = []
    for index, (name, seconds, colour) in enumerate(
        [("Python", comparison.python, "#3f7fd1"), ("native", comparison.native, "#d9822b")]
    ):
        width = max(2.0, 330 * seconds / longest)
        y = 22 * index
        rows.append(
            f"<text x=0 y={y + 15}>{name}</text><rect x=58 y={y + 4} width={width:.1f} height=14 rx=3 fill='{colour}'></rect>"
            f"<text x={64 + width:.1f} y={y + 15}>{duration(seconds)}</text>"
        )
    bad = "" if comparison.agreement.verdict != "different" else " bad"
    detail = f" <span class=dim>{escape(comparison.agreement.detail)}</span>" if comparison.agreement.detail else ""
    return (
        f"<div><code>{escape(comparison.expression)}</code> "
        f"<span class='badge ok{bad}'>{verdicts[comparison.agreement.verdict]}</span>{detail} "
        f"<b>{comparison.told_speed}</b></div>"
        f"<svg width=480 height=48 role=img aria-label='{escape(str(comparison), quote=True)}' "
        f"style='font:12px system-ui,sans-serif;fill:currentColor;display:block;margin:3px 0'>{''.join(rows)}</svg>"
    )
