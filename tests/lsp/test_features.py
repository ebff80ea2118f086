"""Each feature of the server on a realistic predictor, by pytest-lsp's client."""

import asyncio
import json
import typing

import pytest
import pytest_lsp
from conftest import HELPERS, PREDICTOR, SERVER
from lsprotocol import types as lsp
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient
from pytest_lsp.client import register_lsp_features


def make_client():
    """pytest-lsp's client, taught to read the notebook selector, which lsprotocol has no hook for."""

    def converter():
        made = default_converter()
        selector = typing.get_type_hints(lsp.NotebookDocumentFilterWithCells)["notebook"]
        made.register_structure_hook(selector, lambda value, _: value)
        return made

    client = LanguageClient(converter_factory=converter)
    register_lsp_features(client)
    return client


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[SERVER], client_factory=make_client))
async def client(lsp_client: LanguageClient, workspace):
    lsp_client.folder = workspace
    await lsp_client.initialize_session(
        lsp.InitializeParams(
            capabilities=lsp.ClientCapabilities(window=lsp.WindowClientCapabilities(work_done_progress=True)),
            workspace_folders=[lsp.WorkspaceFolder(uri=workspace.as_uri(), name="test")],
        )
    )
    yield
    await lsp_client.shutdown_session()


def address(client, name="rank.py"):
    return (client.folder / name).as_uri()


def document(client, name="rank.py"):
    return lsp.TextDocumentIdentifier(uri=address(client, name))


def show(client, text=PREDICTOR, name="rank.py"):
    item = lsp.TextDocumentItem(uri=address(client, name), language_id="python", version=1, text=text)
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(text_document=item))


async def diagnostics(client, name="rank.py", until=None):
    """The diagnostics of a document, once they are as wanted."""
    for _ in range(200):
        known = client.diagnostics.get(address(client, name))
        if known is not None and (until is None or until(known)):
            return list(known)
        await asyncio.sleep(0.05)
    raise TimeoutError(f"diagnostics are {client.diagnostics.get(address(client, name))}")


def at(text, needle, within=0):
    """The position in the text where a piece of it begins, and so many characters on."""
    offset = text.index(needle) + within
    line = text.count("\n", 0, offset)
    return lsp.Position(line=line, character=offset - (text.rfind("\n", 0, offset) + 1))


def covered(text, range):
    lines = text.split("\n")
    assert range.start.line == range.end.line
    return lines[range.start.line][range.start.character : range.end.character]


async def ask(client, method, kind, needle, within=0, text=PREDICTOR, **more):
    params = kind(text_document=document(client), position=at(text, needle, within), **more)
    return await getattr(client, f"{method}_async")(params)


@pytest.mark.asyncio
async def test_a_sound_predictor_has_no_problems(client):
    show(client)
    assert await diagnostics(client) == []


@pytest.mark.asyncio
async def test_diagnostics_have_codes_pages_and_fixes(client):
    text = PREDICTOR.replace(".enumerate", "").replace("text.lower()", "x").replace("sorted(range", "sortd(range")
    show(client, text)
    [problem] = await diagnostics(client, until=bool)
    assert problem.code == "HF0101"
    assert problem.code_description.href.endswith("docs/diagnostics/HF0101.md")
    assert covered(text, problem.range) == "sortd"
    context = lsp.CodeActionContext(diagnostics=[problem])
    actions = await client.text_document_code_action_async(
        lsp.CodeActionParams(text_document=document(client), range=problem.range, context=context)
    )
    assert [action.title for action in actions] == ["Replace by `sorted`", "Fix the problem that can be fixed"]
    [edit] = actions[0].edit.changes[address(client)]
    assert edit.new_text == "sorted"
    client.text_document_did_change(
        lsp.DidChangeTextDocumentParams(
            text_document=lsp.VersionedTextDocumentIdentifier(uri=address(client), version=2),
            content_changes=[lsp.TextDocumentContentChangePartial(range=edit.range, text=edit.new_text)],
        )
    )
    assert await diagnostics(client, until=lambda known: not known) == []


@pytest.mark.asyncio
async def test_a_problem_in_an_imported_file_is_told_there(client):
    show(client)
    assert await diagnostics(client) == []
    show(client, HELPERS.replace("lower()", "lowr()"), "helpers.py")
    [problem] = await diagnostics(client, "helpers.py", until=bool)
    assert "lowr" in problem.message
    client.text_document_did_close(lsp.DidCloseTextDocumentParams(text_document=document(client, "helpers.py")))
    assert await diagnostics(client, "helpers.py", until=lambda known: not known) == []


@pytest.mark.asyncio
async def test_diagnostics_can_be_pulled(client):
    show(client, PREDICTOR.replace("sorted", "sortd"))
    params = lsp.DocumentDiagnosticParams(text_document=document(client))
    first = await client.text_document_diagnostic_async(params)
    assert [item.code for item in first.items] == ["HF0101"]
    params.previous_result_id = first.result_id
    assert (await client.text_document_diagnostic_async(params)).kind == "unchanged"
    everything = await client.workspace_diagnostic_async(lsp.WorkspaceDiagnosticParams(previous_result_ids=[]))
    assert {item.uri.rsplit("/", 1)[1]: len(item.items) for item in everything.items} == {
        "rank.py": 1,
        "helpers.py": 0,
    }


@pytest.mark.asyncio
async def test_hover(client):
    show(client)
    hover = await ask(client, "text_document_hover", lsp.HoverParams, "shared = ", 2)
    assert "shared: set[str]" in hover.contents.value
    assert covered(PREDICTOR, hover.range) == "shared"
    hover = await ask(client, "text_document_hover", lsp.HoverParams, "rank(query")
    assert "def rank(" in hover.contents.value and "ready to compile" in hover.contents.value
    assert "`WEIGHT: float`" in hover.contents.value
    hover = await ask(client, "text_document_hover", lsp.HoverParams, "zeros")
    assert "ndarray[float32" in hover.contents.value


@pytest.mark.asyncio
async def test_inlay_hints_and_their_switches(client):
    show(client)
    everything = lsp.Range(start=lsp.Position(line=0, character=0), end=lsp.Position(line=99, character=0))
    params = lsp.InlayHintParams(text_document=document(client), range=everything)
    labels = [hint.label for hint in await client.text_document_inlay_hint_async(params)]
    assert ": set[str]" in labels and ": int" in labels and " -> float" in labels
    client.workspace_did_change_configuration(
        lsp.DidChangeConfigurationParams(settings={"hotforge": {"inlayHints": {"variables": False}}})
    )
    labels = [hint.label for hint in await client.text_document_inlay_hint_async(params)]
    assert ": set[str]" not in labels and " -> float" in labels


@pytest.mark.asyncio
async def test_hints_stay_while_the_code_is_broken(client):
    show(client)
    everything = lsp.Range(start=lsp.Position(line=0, character=0), end=lsp.Position(line=99, character=0))
    params = lsp.InlayHintParams(text_document=document(client), range=everything)
    before = [(hint.position.line, hint.label) for hint in await client.text_document_inlay_hint_async(params)]
    end = lsp.Position(line=PREDICTOR.count("\n"), character=0)
    client.text_document_did_change(
        lsp.DidChangeTextDocumentParams(
            text_document=lsp.VersionedTextDocumentIdentifier(uri=address(client), version=2),
            content_changes=[
                lsp.TextDocumentContentChangePartial(range=lsp.Range(start=end, end=end), text="x = rank((")
            ],
        )
    )
    assert [(hint.position.line, hint.label) for hint in await client.text_document_inlay_hint_async(params)] == before


@pytest.mark.asyncio
async def test_code_lenses(client):
    show(client)
    params = lsp.CodeLensParams(text_document=document(client))
    lenses = await client.text_document_code_lens_async(params)
    assert [lens.command.title for lens in lenses] == ["Ready", "Compile"]
    assert covered(PREDICTOR, lenses[0].range) == "rank"


@pytest.mark.asyncio
async def test_completion(client):
    text = PREDICTOR.replace("    return [sentences", "    query.\n    return [sentences")
    show(client, text)
    items = await ask(client, "text_document_completion", lsp.CompletionParams, "query.\n", 6, text)
    labels = [item.label for item in items]
    assert "upper" in labels and "append" not in labels
    items = await ask(client, "text_document_completion", lsp.CompletionParams, "wanted = words", 12)
    labels = [item.label for item in items]
    assert {"words_of", "query", "sentences", "len", "WEIGHT"} <= set(labels)


@pytest.mark.asyncio
async def test_signature_help(client):
    show(client)
    help = await ask(client, "text_document_signature_help", lsp.SignatureHelpParams, "len(wanted))", 0)
    assert help.signatures[0].label == "score(shared: int, total: int) -> float"
    assert help.active_parameter == 1


@pytest.mark.asyncio
async def test_definitions(client):
    show(client)
    [link] = await ask(client, "text_document_definition", lsp.DefinitionParams, "words_of(query)")
    assert link.target_uri == address(client, "helpers.py")
    assert covered(HELPERS, link.target_selection_range) == "words_of"
    [link] = await ask(client, "text_document_definition", lsp.DefinitionParams, "zeros")
    assert link.target_uri.endswith("numpy.pyi")
    [link] = await ask(client, "text_document_definition", lsp.DefinitionParams, "limit]]")
    assert covered(PREDICTOR, link.target_selection_range) == "limit"


@pytest.mark.asyncio
async def test_references_and_highlights(client):
    show(client)
    context = lsp.ReferenceContext(include_declaration=True)
    found = await ask(client, "text_document_references", lsp.ReferenceParams, "words_of(query)", context=context)
    assert sorted(place.uri.rsplit("/", 1)[1] for place in found) == ["helpers.py"] + ["rank.py"] * 3
    found = await ask(client, "text_document_document_highlight", lsp.DocumentHighlightParams, "scores[index]")
    assert [highlight.kind for highlight in found].count(lsp.DocumentHighlightKind.Write) == 1
    assert len(found) == 3


@pytest.mark.asyncio
async def test_rename(client):
    show(client)
    prepared = await ask(client, "text_document_prepare_rename", lsp.PrepareRenameParams, "words_of(query)")
    assert prepared.placeholder == "words_of"
    edit = await ask(client, "text_document_rename", lsp.RenameParams, "words_of(query)", new_name="tokens")
    assert {uri.rsplit("/", 1)[1]: len(edits) for uri, edits in edit.changes.items()} == {"rank.py": 3, "helpers.py": 1}
    with pytest.raises(Exception, match="is no name"):
        await ask(client, "text_document_rename", lsp.RenameParams, "words_of(query)", new_name="not a name")


@pytest.mark.asyncio
async def test_symbols(client):
    show(client)
    found = await client.text_document_document_symbol_async(
        lsp.DocumentSymbolParams(text_document=document(client))
    )
    assert [symbol.name for symbol in found] == ["STOP_WORDS", "WEIGHT", "rank", "score"]
    found = await client.workspace_symbol_async(lsp.WorkspaceSymbolParams(query="wof"))
    assert [symbol.name for symbol in found] == ["words_of"]


@pytest.mark.asyncio
async def test_semantic_tokens(client):
    show(client)
    tokens = await client.text_document_semantic_tokens_full_async(
        lsp.SemanticTokensParams(text_document=document(client))
    )
    assert len(tokens.data) % 5 == 0 and len(tokens.data) > 200
    lines, line, column, texts = PREDICTOR.split("\n"), 0, 0, {}
    for index in range(0, len(tokens.data), 5):
        step, start, length, _, modifiers = tokens.data[index : index + 5]
        line, column = line + step, start if step else column + start
        texts.setdefault(lines[line][column : column + length], set()).add(modifiers)
    compiled, captured = 1 << 2, 1 << 3
    assert any(modifiers & captured and modifiers & compiled for modifiers in texts["WEIGHT"])
    assert all(modifiers & compiled for modifiers in texts["scores"])


@pytest.mark.asyncio
async def test_folding_and_selection(client):
    show(client)
    folds = await client.text_document_folding_range_async(lsp.FoldingRangeParams(text_document=document(client)))
    assert (3 - 1, 5 - 1, "imports") in [(fold.start_line, fold.end_line, fold.kind) for fold in folds]
    [selection] = await client.text_document_selection_range_async(
        lsp.SelectionRangeParams(text_document=document(client), positions=[at(PREDICTOR, "wanted & ")])
    )
    assert covered(PREDICTOR, selection.range) == "wanted"
    assert covered(PREDICTOR, selection.parent.range) == "wanted & words_of(sentence)"


@pytest.mark.asyncio
async def test_call_hierarchy(client):
    show(client)
    [item] = await ask(client, "text_document_prepare_call_hierarchy", lsp.CallHierarchyPrepareParams, "score(len")
    assert item.name == "score"
    [call] = await client.call_hierarchy_incoming_calls_async(lsp.CallHierarchyIncomingCallsParams(item=item))
    assert call.from_.name == "rank" and len(call.from_ranges) == 1
    calls = await client.call_hierarchy_outgoing_calls_async(lsp.CallHierarchyOutgoingCallsParams(item=call.from_))
    assert {call.to.name for call in calls} == {"words_of", "score"}


@pytest.mark.asyncio
async def test_links_to_models(client):
    text = 'from onnxruntime import InferenceSession\nsession = InferenceSession("model.onnx")\n'
    show(client, text)
    [link] = await client.text_document_document_link_async(lsp.DocumentLinkParams(text_document=document(client)))
    assert link.target == address(client, "model.onnx")


@pytest.mark.asyncio
async def test_files_that_change_on_the_disk(client):
    show(client)
    assert await diagnostics(client) == []
    (client.folder / "helpers.py").write_text("def other(): ...\n")
    client.workspace_did_change_watched_files(
        lsp.DidChangeWatchedFilesParams(
            changes=[lsp.FileEvent(uri=address(client, "helpers.py"), type=lsp.FileChangeType.Changed)]
        )
    )
    known = await diagnostics(client, until=bool)
    assert "words_of" in known[0].message


@pytest.mark.asyncio
async def test_a_notebook_is_one_module(client):
    notebook = (client.folder / "rank.ipynb").as_uri()
    cells = ["from hotforge import compile\n!pip install numpy", "%%compile\n@compile()\ndef twice(x: int):\n    return x.foo + y\n", "z = 1"]
    uris = [f"vscode-notebook-cell:{client.folder}/rank.ipynb#{index}" for index in range(3)]
    client.notebook_document_did_open(
        lsp.DidOpenNotebookDocumentParams(
            notebook_document=lsp.NotebookDocument(
                uri=notebook,
                notebook_type="jupyter-notebook",
                version=1,
                cells=[lsp.NotebookCell(kind=lsp.NotebookCellKind.Code, document=uri) for uri in uris],
            ),
            cell_text_documents=[
                lsp.TextDocumentItem(uri=uri, language_id="python", version=1, text=text)
                for uri, text in zip(uris, cells)
            ],
        )
    )
    for _ in range(200):
        if client.diagnostics.get(uris[1]):
            break
        await asyncio.sleep(0.05)
    found = {covered(cells[1], item.range) for item in client.diagnostics[uris[1]]}
    assert found == {"x.foo", "y"}
    assert not client.diagnostics[uris[0]] and not client.diagnostics[uris[2]]
    hover = await client.text_document_hover_async(
        lsp.HoverParams(text_document=lsp.TextDocumentIdentifier(uri=uris[1]), position=at(cells[1], "x: int"))
    )
    assert "x: int" in hover.contents.value and hover.range.start.line == 2


@pytest.mark.asyncio
async def test_commands_that_need_no_build(client):
    show(client)
    run = lambda command, *more: client.workspace_execute_command_async(
        lsp.ExecuteCommandParams(command=f"hotforge.server.{command}", arguments=[address(client), *more])
    )
    rust = await run("showRust")
    lines = rust["text"].split("\n")
    assert any("fn score" in line for line in lines)
    python = PREDICTOR.split("\n")
    pairs = [(lines[pair["rust"]], python[pair["python"]]) for pair in rust["lines"] if pair["path"].endswith("rank.py")]
    assert any("words_of" in rust and "words_of" in text for rust, text in pairs), pairs
    assert (await run("showIr"))["predictors"][0]["name"] == "rank"
    captured = {item["name"]: item["type"] for item in (await run("capture"))["globals"]}
    assert captured == {"STOP_WORDS": "set[str]", "WEIGHT": "float"}
    [predictor] = await run("signatures")
    assert predictor["name"] == "rank" and predictor["returns"] == "list[str]"
    assert [(p["name"], p["type"], p["required"]) for p in predictor["parameters"]] == [
        ("query", "str", True),
        ("sentences", "list[str]", True),
        ("limit", "int", False),
    ]
    graph = await run("graph", "rank")
    assert {"rank", "words_of", "score", "WEIGHT", "str::split"} <= {node["label"] for node in graph["nodes"]}
    (client.folder / "rank.py").write_text("# other\n")
    with pytest.raises(Exception, match="save the file first"):
        await run("compile")


@pytest.mark.asyncio
async def test_compile_and_run(client):
    show(client)
    arguments = {"query": "the red fox", "sentences": ["a cat", "red fox red", "fox"], "limit": 2}
    command = lambda name, *more: client.workspace_execute_command_async(
        lsp.ExecuteCommandParams(command=f"hotforge.server.{name}", arguments=[address(client), *more])
    )
    ran = await command("run", "rank", arguments)
    assert ran["result"] == ["red fox red", "fox"], json.dumps(ran)
    assert ran["milliseconds"] is None or ran["milliseconds"] < 1000
    with pytest.raises(Exception, match="query"):
        await command("run", "rank", {"sentences": []})
    assert client.progress_reports


def running(client, name):
    return lambda *more: client.workspace_execute_command_async(
        lsp.ExecuteCommandParams(command=f"hotforge.server.{name}", arguments=[address(client), *more])
    )


@pytest.mark.asyncio
async def test_a_trial_measures_both_forms(client):
    show(client)
    arguments = {"query": "the red fox", "sentences": ["a cat", "red fox red", "fox"], "limit": 2}
    trial = (await running(client, "trial")("rank", arguments))["trial"]
    texts = [{"kind": "str", "text": text, "length": len(text)} for text in ("red fox red", "fox")]
    for form in ("native", "python"):
        assert trial[form]["outcome"] == {"kind": "list", "items": texts, "length": 2}
        assert trial[form]["milliseconds"]["typical"] > 0 and trial[form]["milliseconds"]["calls"] > 1
    assert trial["python"]["agreement"] == {"verdict": "equal", "detail": None}
    misfit = (await running(client, "trial")("rank", {"query": 1, "sentences": []}))["trial"]["native"]
    assert misfit["error"] == "query: 1 is no str. Its type is str"


@pytest.mark.asyncio
async def test_a_trial_shows_what_is_raised_and_printed(client):
    text = "from hotforge import compile\n\n\n@compile()\ndef first(numbers: list[int]) -> int:\n    print('looking')\n    return inner(numbers)\n\n\ndef inner(numbers: list[int]) -> int:\n    return numbers[0]\n"
    (client.folder / "rank.py").write_text(text)
    show(client, text)
    trial = (await running(client, "trial")("first", {"numbers": []}))["trial"]
    for form in ("native", "python"):
        outcome = trial[form]["outcome"]
        assert (outcome["class"], outcome["message"]) == ("IndexError", "list index out of range")
        assert [(frame["line"], frame["function"], frame["source"]) for frame in outcome["frames"]] == [
            (7, "first", "return inner(numbers)"),
            (11, "inner", "return numbers[0]"),
        ]
        assert trial[form]["printed"] == "looking\n"
    assert trial["python"]["agreement"]["verdict"] == "equal"


@pytest.mark.asyncio
async def test_a_cancelled_trial_ends_the_python_process(client):
    text = "from hotforge import compile\n\n\n@compile()\ndef forever(step: int) -> int:\n    count = 0\n    while True:\n        count = (count + step) % 7\n    return count\n"
    (client.folder / "rank.py").write_text(text)
    show(client, text)
    asked = asyncio.ensure_future(running(client, "trial")("forever", {"step": 1}))
    token = None
    for _ in range(1200):
        await asyncio.sleep(0.05)
        for key, reports in client.progress_reports.items():
            if any(getattr(report, "message", None) == "run" for report in reports):
                token = key
        if token is not None:
            break
    client.window_work_done_progress_cancel(lsp.WorkDoneProgressCancelParams(token=token))
    with pytest.raises(Exception, match="(?i)cancel"):
        await asyncio.wait_for(asked, 20)
