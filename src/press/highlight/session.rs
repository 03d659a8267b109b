//! What was typed at a prompt, and what the machine said.

use super::classes::OPERATOR;
use super::{Spans, grammar, spans};
use crate::code::PLAIN;

/// The spans of a session: the commands behind its prompts are read as a shell would read them.
pub fn session(text: &str) -> Spans {
    let Some(shell) = grammar("Bourne Again Shell (bash)") else { return Spans::new() };
    let mut found = Spans::new();
    let mut goes_on = false;
    for line in text.split_inclusive('\n') {
        let prompt = if goes_on { Some(0) } else { prompt_length(line) };
        match prompt.and_then(|length| line.split_at_checked(length)) {
            Some((prompt, command)) => {
                found.push((prompt.len(), OPERATOR));
                let read = spans(command, shell);
                if read.is_empty() { found.push((command.len(), PLAIN)) } else { found.extend(read) }
            }
            None => found.push((line.len(), PLAIN)),
        }
        goes_on = prompt.is_some() && line.trim_end().ends_with('\\');
    }
    found
}

/// The bytes of the prompt that a line begins with: `$ `, `# `, `% `, `> `, `❯ `, with a name and a folder before it or
/// not.
fn prompt_length(line: &str) -> Option<usize> {
    let (before, behind) = line.split_once(' ')?;
    let sign = before.chars().next_back().filter(|sign| "$#%>❯➜".contains(*sign))?;
    let name = before.strip_suffix(sign)?;
    let is_prompt = name.is_empty() || sign != '#' && name.contains(['@', ':', '~', '\\', '/']) || name == "PS";
    (is_prompt && !behind.trim().is_empty()).then_some(before.len() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prompts_are_told_from_output() {
        for line in ["$ ls\n", "# apt\n", "% ls", "> x\n", "ada@host:~/blog$ ls\n", "~/blog❯ ls\n", "C:\\blog> dir\n"]
        {
            assert!(prompt_length(line).is_some(), "{line}");
        }
        for line in ["Done.\n", "", "$\n", "5% done\n", "$ \n", "a > b\n", "#1 x\n", "é\n"] {
            assert_eq!(prompt_length(line), None, "{line}");
        }
    }

    #[test]
    fn commands_have_colors_and_output_has_none() {
        let all = session("$ echo 'a' \\\n  'b'\nab\n");
        assert_eq!(all.iter().map(|(length, _)| length).sum::<usize>(), 22);
        assert_eq!(all.first(), Some(&(2, OPERATOR)));
        assert_eq!(all.last(), Some(&(3, PLAIN)));
        assert_eq!(crate::code::write_runs(all.into_iter()), "2o4f1_3s5_3s4_");
    }
}
