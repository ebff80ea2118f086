//! Notebooks: the code cells of one are one module.

use std::collections::HashMap;
use std::sync::Arc;

use tower_lsp::ls_types::{
    DidChangeNotebookDocumentParams, DidOpenNotebookDocumentParams, NotebookCell, NotebookCellKind, TextDocumentItem,
    Uri,
};

use crate::document::Document;
use crate::lines::{Encoding, Lines};

/// An open notebook.
#[derive(Debug, Clone)]
pub struct Notebook {
    /// Its address.
    pub uri: Uri,
    /// The client's version of it.
    pub version: i32,
    /// Its code cells, in order.
    pub cells: Vec<Cell>,
    /// The module that the cells make.
    pub module: Lines,
    /// The addresses of all cells, in order: changes count the cells of text too.
    order: Vec<Uri>,
    /// The texts of the code cells.
    documents: HashMap<String, Arc<Document>>,
}

/// A code cell.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Its text, with magics as they stand.
    pub document: Arc<Document>,
    /// The byte of the module at which it begins.
    pub start: u32,
}

impl Notebook {
    /// A notebook that was opened.
    pub fn open(params: DidOpenNotebookDocumentParams) -> Self {
        let DidOpenNotebookDocumentParams { notebook_document: notebook, cell_text_documents } = params;
        let documents = code_cells(&notebook.cells, &cell_text_documents);
        let order = notebook.cells.into_iter().map(|cell| cell.document).collect();
        Self::of(notebook.uri, notebook.version, order, documents)
    }

    /// The notebook after a change.
    pub fn changed(&self, params: DidChangeNotebookDocumentParams, encoding: Encoding) -> Self {
        let mut notebook = Self { version: params.notebook_document.version, ..self.clone() };
        let Some(change) = params.change.cells else { return notebook };
        if let Some(structure) = change.structure {
            let cells = structure.array.cells.unwrap_or_default();
            for closed in structure.did_close.unwrap_or_default() {
                notebook.documents.remove(closed.uri.as_str());
            }
            notebook.documents.extend(code_cells(&cells, structure.did_open.as_deref().unwrap_or_default()));
            let start = (structure.array.start as usize).min(notebook.order.len());
            let end = (start + structure.array.delete_count as usize).min(notebook.order.len());
            notebook.order.splice(start..end, cells.into_iter().map(|cell| cell.document));
        }
        for content in change.text_content.unwrap_or_default() {
            if let Some(document) = notebook.documents.get_mut(content.document.uri.as_str()) {
                *document = Arc::new(document.changed(content.document.version, &content.changes, encoding));
            }
        }
        Self::of(notebook.uri, notebook.version, notebook.order, notebook.documents)
    }

    /// The cell at a byte of the module, and the byte in the cell.
    pub fn cell_at(&self, offset: u32) -> Option<(&Cell, u32)> {
        let index = self.cells.partition_point(|cell| cell.start <= offset).checked_sub(1)?;
        let cell = &self.cells[index];
        Some((cell, (offset - cell.start).min(cell.document.text().len() as u32)))
    }

    /// The cell of an address.
    pub fn cell(&self, uri: &Uri) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.document.uri == *uri)
    }

    fn of(uri: Uri, version: i32, order: Vec<Uri>, documents: HashMap<String, Arc<Document>>) -> Self {
        let (mut module, mut cells) = (String::new(), Vec::new());
        for document in order.iter().filter_map(|uri| documents.get(uri.as_str())) {
            cells.push(Cell { document: document.clone(), start: module.len() as u32 });
            module.push_str(&without_magics(document.text()));
            module.push_str(if is_compiled(document.text()) { "\n#%%\n" } else { "\n" });
        }
        Self { uri, version, cells, module: Lines::of(module.into()), order, documents }
    }
}

/// The texts of code cells, by address.
fn code_cells(cells: &[NotebookCell], documents: &[TextDocumentItem]) -> HashMap<String, Arc<Document>> {
    let of = |cell: &NotebookCell| {
        let item = documents.iter().find(|item| item.uri == cell.document)?;
        let document = Document::new(item.uri.clone(), item.version, &item.text);
        Some((item.uri.as_str().to_owned(), Arc::new(document)))
    };
    cells.iter().filter(|cell| cell.kind == NotebookCellKind::CODE).filter_map(of).collect()
}

/// Whether a cell says `%%compile`.
fn is_compiled(text: &str) -> bool {
    text.trim_start().starts_with(COMPILE)
}

const COMPILE: &str = "%%compile";

/// The text with magics and shell lines blanked, every other byte where it was. A cell that a magic of another language
/// claims is blanked whole; `%%compile` becomes the comment that marks functions for the analyzer.
pub fn without_magics(text: &str) -> String {
    const OF_PYTHON: &[&str] = &["%%compile", "%%time", "%%timeit", "%%capture", "%%prun"];
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim_start();
    let is_foreign = first.starts_with("%%") && !OF_PYTHON.iter().any(|magic| first.starts_with(magic));
    let mut blanked = String::with_capacity(text.len());
    let mut continues = false;
    for line in text.split_inclusive('\n') {
        let code = line.trim_start();
        let is_magic = is_foreign || continues || code.starts_with(['%', '!', '?']) || code.trim_end().ends_with('?');
        continues = is_magic && line.trim_end().ends_with('\\');
        if !is_foreign && !continues && line.starts_with(COMPILE) {
            blanked.push('#');
            blanked.push_str(&line[1..]);
        } else if is_magic {
            blanked.extend(line.bytes().map(|byte| if byte == b'\n' || byte == b'\r' { byte as char } else { ' ' }));
        } else {
            blanked.push_str(line);
        }
    }
    blanked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notebook(cells: &[&str]) -> Notebook {
        let uri = |index: usize| format!("vscode-notebook-cell:/n.ipynb#{index}").parse::<Uri>().expect("an address");
        let document = |(index, text): (usize, &&str)| {
            (uri(index).as_str().to_owned(), Arc::new(Document::new(uri(index), 1, text)))
        };
        let documents = cells.iter().enumerate().map(document).collect();
        Notebook::of(uri(99), 1, (0..cells.len()).map(uri).collect(), documents)
    }

    #[test]
    fn cells_are_one_module_and_every_byte_knows_its_cell() {
        let notebook = notebook(&["x = 1", "%%compile\ny = x\n", "é = y"]);
        assert_eq!(&**notebook.module.text(), "x = 1\n#%compile\ny = x\n\n#%%\né = y\n");
        let at = notebook.module.text().find("y = x").expect("it is there") as u32;
        let (cell, offset) = notebook.cell_at(at).expect("a cell");
        assert_eq!((cell.start, offset), (6, 10));
        assert_eq!(&cell.document.text()[offset as usize..offset as usize + 1], "y");
    }

    #[test]
    fn magics_are_blanked_to_the_same_length() {
        for text in ["%matplotlib inline\nx = 1\n", "!pip install é \\\n  b\nx = 1", "np.array?\nx", "%%bash\nls é\n"]
        {
            let blanked = without_magics(text);
            assert_eq!(blanked.len(), text.len());
            assert!(!blanked.contains(['%', '!', '?']));
        }
        assert_eq!(without_magics("%%compile x\ny = 1 % 2"), "#%compile x\ny = 1 % 2");
        assert_eq!(without_magics("%%bash\nls\n"), "      \n  \n");
    }
}
