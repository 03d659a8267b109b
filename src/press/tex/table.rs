//! Commands that the library does not know, in its words.

/// How many arguments a command takes, and what it stands for; `#1` is the first of them.
pub(super) fn built_in(command: &str) -> Option<(usize, &'static str)> {
    Some(match command {
        // Text.
        "\\mbox" | "\\hbox" | "\\textnormal" => (1, "\\text{#1}"),
        "\\LaTeX" => (0, "\\text{LaTeX}"),
        "\\TeX" => (0, "\\text{TeX}"),
        "\\textbackslash" => (0, "\\backslash"),
        "\\mathnormal" | "\\vcenter" | "\\smash" | "\\rlap" | "\\llap" | "\\mathclap" | "\\mathrlap" | "\\mathllap" => {
            (1, "{#1}")
        }
        "\\pmb" => (1, "\\boldsymbol{#1}"),
        // Boxes and colours.
        "\\boxed" | "\\fbox" => (1, "\\begin{darray}{|c|}\\hline #1\\\\\\hline\\end{darray}"),
        "\\textcolor" => (2, "{\\color{#1}#2}"),
        "\\colorbox" | "\\href" | "\\class" | "\\cssId" | "\\style" | "\\raisebox" => (2, "{#2}"),
        "\\mathchoice" => (4, "{#1}"),
        // Stacks.
        "\\substack" => (1, "\\begin{subarray}{c}#1\\end{subarray}"),
        "\\utilde" => (1, "\\underset{\\sim}{#1}"),
        "\\wideparen" => (1, "\\overset{\\frown}{#1}"),
        "\\varinjlim" => (0, "\\underset{\\longrightarrow}{\\lim}"),
        "\\varprojlim" => (0, "\\underset{\\longleftarrow}{\\lim}"),
        // Signs.
        "\\dotsb" | "\\dotsm" | "\\dotsi" => (0, "\\cdots"),
        "\\dotsc" | "\\dotso" | "\\mathellipsis" => (0, "\\ldots"),
        "\\iddots" => (0, "⋰"),
        "\\euro" => (0, "€"),
        "\\amp" => (0, "\\&"),
        "\\cr" => (0, "\\\\"),
        "\\pod" => (1, "\\quad(#1)"),
        // What only other ways of typesetting need.
        "\\require" | "\\intertext" | "\\vspace" => (1, ""),
        "\\strut" | "\\tiny" | "\\scriptsize" | "\\small" | "\\normalsize" | "\\large" | "\\Large" | "\\LARGE"
        | "\\huge" | "\\Huge" | "\\centering" | "\\allowbreak" | "\\nobreak" | "\\break" | "\\displaylimits" => (0, ""),
        _ => return None,
    })
}
