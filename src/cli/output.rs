//! Where a command speaks: data to stdout, words to stderr, colour only where someone sees it.

use crate::code_points::shown;
use std::io::{self, IsTerminal as _, Write};

/// The two streams of a command.
pub struct Output {
    data: Stream,
    words: Stream,
}

struct Stream {
    to: Box<dyn Write>,
    colour: bool,
    terminal: bool,
}

impl Stream {
    /// Writes; a reader that has gone away wants no more, which is no fault.
    fn put(&mut self, text: &str) {
        let _ = self.to.write_all(text.as_bytes()).and_then(|()| self.to.flush());
    }
}

impl Output {
    /// The streams of this process.
    pub fn standard() -> Self {
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            && std::env::var_os("TERM").is_none_or(|value| value != "dumb");
        let (data, words) = (io::stdout().is_terminal(), io::stderr().is_terminal());
        Self {
            data: Stream { to: Box::new(io::stdout()), colour: wanted && data, terminal: data },
            words: Stream { to: Box::new(io::stderr()), colour: wanted && words, terminal: words },
        }
    }

    /// Writes data as it is.
    pub fn data(&mut self, text: &str) {
        self.data.put(text);
    }

    /// Says a line to the person.
    pub fn say(&mut self, line: &str) {
        self.words.put(&format!("{}\n", shown(line)));
    }

    /// Says a text to the person as it is.
    pub fn words(&mut self, text: &str) {
        self.words.put(text);
    }

    /// Says why a command ends, and what to do.
    pub fn error(&mut self, message: &str, hint: &str) {
        let (red, cyan, plain) =
            if self.words.colour { ("\x1b[1;31m", "\x1b[1;36m", "\x1b[0m") } else { ("", "", "") };
        let (message, hint) = (shown(message), shown(hint));
        self.words.put(&format!("{red}error{plain}: {message}\n{cyan}help{plain}: {hint}\n"));
    }

    /// True if data may be coloured.
    pub fn data_colour(&self) -> bool {
        self.data.colour
    }

    /// True if words may be coloured.
    pub fn words_colour(&self) -> bool {
        self.words.colour
    }

    /// True if words are read as they are written.
    pub fn is_watched(&self) -> bool {
        self.words.terminal
    }
}
