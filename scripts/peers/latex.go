package main

import (
	"fmt"
	"strings"
)

// latex is the issue for LuaLaTeX.
func latex(all []story, fonts string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `\documentclass[a4paper,twocolumn]{article}
\usepackage[top=17mm,bottom=18mm,left=16mm,right=16mm]{geometry}
\usepackage{fontspec,graphicx,microtype}
\setmainfont{SourceSerif4}[Path=%[1]s/,Extension=.ttf,UprightFont=*-Regular,BoldFont=*-Bold,ItalicFont=*-Italic,BoldItalicFont=*-BoldItalic]
\newfontfamily\sans{BeVietnamPro}[Path=%[1]s/,Extension=.ttf,UprightFont=*-Regular]
\setlength\columnsep{6mm}
\hyphenpenalty10000 \exhyphenpenalty10000 \emergencystretch2em
\begin{document}
\fontsize{9.5pt}{13pt}\selectfont
`, fonts)
	escape := strings.NewReplacer(`\`, `\textbackslash{}`, "#", `\#`, "$", `\$`, "%", `\%`, "&", `\&`, "_", `\_`, "{", `\{`, "}", `\}`, "~", `\~{}`, "^", `\^{}`)
	for _, s := range all {
		fmt.Fprintf(&b, "{\\raggedright\\fontsize{16pt}{19pt}\\selectfont\\bfseries %s\\par}\n\n{\\bfseries %s\\par}\n\n", escape.Replace(s.headline), escape.Replace(s.standfirst))
		fmt.Fprintf(&b, "\\noindent\\includegraphics[width=\\columnwidth]{%s}\\par\n{\\sans\\fontsize{8pt}{10pt}\\selectfont\\noindent %s\\par}\n", s.photo, escape.Replace(s.caption))
		for _, p := range s.paragraphs {
			fmt.Fprintf(&b, "\n%s\n", escape.Replace(p))
		}
	}
	b.WriteString("\\end{document}\n")
	return b.String()
}
