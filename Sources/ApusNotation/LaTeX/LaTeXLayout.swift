/// Commands that say how a formula looks and not what it means.
enum LaTeXLayout {
  static let commands: [String: LaTeXCommand] = {
    var table: [String: LaTeXCommand] = [:]
    for name in spaces { table[name] = .space }
    for name in wideSpaces { table[name] = .wideSpace }
    for name in sizes { table[name] = .delimiterSize }
    for name in settings { table[name] = .ignored(arguments: 0) }
    for name in settingsWithArgument { table[name] = .ignored(arguments: 1) }
    for name in frames { table[name] = .content(arguments: 1) }
    for name in ["textcolor", "colorbox", "href", "scalebox"] { table[name] = .content(arguments: 2) }
    return table
  }()

  private static let spaces = [
    ",", ":", ";", "!", " ", ">", "/", "thinspace", "medspace", "thickspace", "enspace", "enskip",
    "negthinspace",
    "negmedspace", "negthickspace", "space", "nobreakspace", "-", "mathstrut", "strut", "allowbreak",
    "nobreak",
    "relax", "null",
  ]
  private static let wideSpaces = ["quad", "qquad", "hfill", "hfil"]
  private static let sizes = [
    "big", "Big", "bigg", "Bigg", "bigl", "Bigl", "biggl", "Biggl", "bigr", "Bigr", "biggr", "Biggr", "bigm",
    "Bigm", "biggm", "Biggm",
  ]
  private static let settings = [
    "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle", "limits", "nolimits", "displaylimits",
    "nonumber", "notag", "allowdisplaybreaks", "displaybreak", "hline", "toprule", "midrule", "bottomrule",
    "centering", "noindent", "par", "small", "large", "Large", "normalsize", "footnotesize", "tiny",
    "protect", "leavevmode", "unboldmath", "upshape", "mathsurround", "goodbreak", "linebreak", "nolinebreak",
    "pagebreak", "medskip", "smallskip", "bigskip", "endgroup", "begingroup",
  ]
  private static let settingsWithArgument = [
    "hspace", "vspace", "mspace", "phantom", "hphantom", "vphantom", "color", "eqref", "ref", "cite",
    "cline", "footnote", "raisetag", "intertext", "shortintertext",
  ]
  /// Their argument is mathematics and is read.
  private static let frames = [
    "boxed", "shoveleft", "shoveright", "ensuremath", "smash", "mathord", "mathbin", "mathrel", "mathopen",
    "mathclose", "mathinner", "mathpunct",
  ]
}
