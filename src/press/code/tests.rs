use super::*;

/// Each run with the text it is about.
fn told(info: &str, code: &str) -> Vec<(char, String)> {
    let mut rest = code;
    let block = block(info, code);
    crate::code::runs(&block.spans)
        .map(|(length, letter)| {
            let (inside, behind) = rest.split_at(length as usize);
            rest = behind;
            (letter, inside.to_owned())
        })
        .filter(|(letter, _)| *letter != PLAIN)
        .collect()
}

#[test]
fn dump() {
    for (info, code) in [
        ("rust", "#[derive(Debug)]\nfn main() -> Result<u32, Error> {\n    let x = \"a\\n\"; // c\n    println!(\"{}\", x.len() + 1u8);\n    Self::new::<Vec<_>>(&mut self.a, true)\n}\n"),
        ("json", "{\"a\": [1, true, \"b\"], \"c\": {\"d\": null}}\n"),
        ("yaml", "title: A post\ntags: [a, b]\nn: 1\n# c\nx: \"s\"\n"),
        ("toml", "[a]\nb = \"c\" # d\ne = 1\n"),
        ("bash", "if [ -f \"$HOME/x\" ]; then\n  echo $(ls -la | grep 'a') > out # c\nfi\ncargo build --release\nFOO=1\nfunction f() { :; }\n"),
        ("html", "<!-- c --><a href=\"x\" class='b'>t &amp; u</a><script>let a = 1;</script><style>p { color: red }</style>\n"),
        ("css", "@media print { .a > #b:hover { color: #fff; margin: 1px auto !important; --x: calc(1em + 2px) } }\n"),
        ("js", "import x from 'y';\nconst f = async (a, b) => { return `t ${a.b + 1}`; };\nclass A extends B { constructor() { super(); this.x = null; } }\n// c\nfoo(/re+/g, undefined)\n"),
        ("ts", "interface A<T> { b: string; c?: number }\nfunction f(x: A<number>): void {}\n"),
        ("python", "@dec\nasync def f(self, x: int = 1) -> str:\n    \"\"\"doc\"\"\"\n    return f\"a{x!r}\" and None\nclass A(B): pass\nimport os\n"),
        ("ruby", "# c\nclass A < B\n  attr_reader :x\n  def f(a, b: 1)\n    @x = \"s#{a}\" if a.nil? && !b\n    puts 'x'\n  end\nend\n"),
        ("csharp", "using System;\n[Attr]\npublic class A : B {\n  private readonly int x = 1;\n  public async Task<string> F(string s) { return await G($\"a{s}\"); }\n}\n"),
        ("java", "import a.b.C;\n@Override\npublic static void main(String[] args) throws E { System.out.println(\"x\" + 1); }\n"),
        ("c", "#include <stdio.h>\n#define X 1\nint main(void) { char *s = \"a%d\\n\"; printf(s, X); return 0; }\n"),
        ("objc", "@interface A : NSObject\n@property (nonatomic) NSString *b;\n- (void)f:(int)x { [self g:@\"s\"]; }\n@end\n"),
        ("swift", "import UIKit\nstruct A: B { let x: Int = 1; func f(_ a: String) -> Bool { return a == \"\\(x)\" } }\n"),
        ("elixir", "defmodule A do\n  @doc \"x\"\n  def f(a, :b) when is_nil(a), do: \"#{a}\" |> IO.puts()\nend\n"),
        ("php", "<?php\nnamespace A;\nfunction f(int $x): string { return \"a$x\" . $this->b; }\n"),
        ("sql", "SELECT a, COUNT(*) FROM b WHERE c = 'x' AND d > 1 -- c\n"),
        ("go", "package main\nimport \"fmt\"\ntype A struct { B int `json:\"b\"` }\nfunc (a *A) F(x string) error { return fmt.Errorf(\"%s\", x) }\n"),
        ("markdown", "# T\n\n*a* **b** `c` [d](e)\n\n> q\n\n- l\n"),
        ("xml", "<?xml version=\"1.0\"?>\n<a b=\"c\"><!-- d --><e/></a>\n"),
        ("ini", "[a]\nb = c\n; d\n"),
        ("diff", "--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n z\n"),
        ("diff-rust", "-let a = 1;\n+let a = \"2\";\n"),
        ("console", "$ cargo build --release\n   Compiling a\n# apt\n"),
        ("powershell", "Get-ChildItem -Path $x | Where-Object { $_.Length -gt 1 } # c\n"),
        ("dockerfile", "FROM rust:1\nRUN cargo build && ls\nENV A=b\n"),
        ("jsx", "const A = () => <div className=\"x\">{y}</div>;\n"),
        ("haskell", "module A where\nf :: Int -> String\nf x = case x of { 1 -> \"a\"; _ -> show x }\n"),
        ("scss", "$a: 1px;\n.b { &:hover { color: $a; @include c(1); } }\n"),
        ("vue", "<template><a :b=\"c\">{{ d }}</a></template>\n"),
        ("liquid", "{% if a %}{{ b | upcase }}<p>x</p>{% endif %}\n"),
        ("viml", "set nu\nlet g:x = 1 \" c\n"),
    ] {
        println!("== {info} [{}]", block(info, code).label);
        println!("   {}", told(info, code).into_iter().map(|(l, t)| format!("{l}:{t:?}")).collect::<Vec<_>>().join(" "));
    }
}
