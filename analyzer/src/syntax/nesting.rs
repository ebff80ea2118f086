//! How deeply a text is nested, told from its tokens alone: the parser, and whatever walks its tree, recurses on nesting,
//! and a stack must not overflow.

use rustpython_ast::token::TokenKind;
use rustpython_parser::{Mode, lexer};
use rustpython_text_size::{TextRange, TextSize};

/// The deepest nesting that is parsed. CPython allows 100 blocks and about 200 brackets.
pub const DEEPEST: usize = 200;

/// The line in which the text is first nested too deeply.
///
/// Brackets and blocks nest, and so do chains: `a + b + c` is a tree as deep as it has operators, and `elif` stands in
/// the `else` of the one before. A chain ends at a comma or at the end of the line.
pub fn too_deep(text: &str) -> Option<TextRange> {
    // Texts beyond 4 GB have no offsets.
    let length = TextSize::try_from(text.len()).ok()?;
    if !is_too_deep(text) {
        return None;
    }
    // Tokens do not tell where they stand: the first line up to which the text is too deep is searched for.
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).chain([text.len()]).collect();
    let line = ends.partition_point(|end| !is_too_deep(&text[..*end]));
    let start = if line == 0 { 0 } else { ends[line - 1] + 1 };
    let end = ends.get(line).copied().unwrap_or(text.len());
    let offset = |at: usize| TextSize::try_from(at).unwrap_or(length);
    Some(TextRange::new(offset(start.min(end)), offset(end)))
}

fn is_too_deep(text: &str) -> bool {
    let mut lexer = lexer::lex(text, Mode::Module);
    let mut nesting = Nesting::default();
    loop {
        match lexer.next_token() {
            TokenKind::EndOfFile => return false,
            kind => nesting.token(kind),
        }
        if nesting.depth() > DEEPEST {
            return true;
        }
    }
}

#[derive(Default)]
struct Nesting {
    blocks: usize,
    /// The operators of the chain that each open bracket stands in, outermost first; the last is the current one.
    chains: Vec<usize>,
    current: usize,
    /// The sum of all chains but the current one.
    outer: usize,
    /// How many `elif`s each open block has had.
    ladders: Vec<usize>,
}

impl Nesting {
    fn depth(&self) -> usize {
        let ladder = self.ladders.last().copied().unwrap_or_default();
        self.blocks + self.chains.len() + self.outer + self.current + ladder
    }

    fn token(&mut self, kind: TokenKind) {
        match kind {
            TokenKind::Indent => {
                self.blocks += 1;
                self.ladders.push(0);
            }
            TokenKind::Dedent => {
                self.blocks = self.blocks.saturating_sub(1);
                self.ladders.pop();
            }
            TokenKind::Newline => {
                self.chains.clear();
                (self.current, self.outer) = (0, 0);
            }
            TokenKind::Elif => {
                if self.ladders.is_empty() {
                    self.ladders.push(0);
                }
                if let Some(ladder) = self.ladders.last_mut() {
                    *ladder += 1;
                }
            }
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => {
                // A bracket behind a value is a call or a subscript, and so a link of the chain it stands in.
                self.chains.push(self.current + 1);
                self.outer += self.current + 1;
                self.current = 0;
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                let chain = self.chains.pop().unwrap_or_default();
                self.outer = self.outer.saturating_sub(chain);
                self.current = chain;
            }
            TokenKind::Comma | TokenKind::Semi => self.current = 0,
            TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::Comment
            | TokenKind::NonLogicalNewline => {}
            // Operators and keywords: each may be a node of its own.
            _ => self.current += 1,
        }
    }
}
