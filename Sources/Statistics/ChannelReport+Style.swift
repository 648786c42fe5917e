extension ChannelReport {
  /// The page's style: one column, one colour, no fonts or pictures from elsewhere.
  static let style = """
    :root { --ink: #1c2430; --soft: #5b6675; --line: #d8dde4; --bar: #2b6cb0; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 780px; padding: 24px; color: var(--ink); background: #fff;
      font: 15px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "Noto Sans Mongolian", sans-serif; }
    h1 { font-size: 24px; margin: 0; }
    h2 { font-size: 17px; margin: 28px 0 8px; padding-bottom: 4px; border-bottom: 1px solid var(--line); }
    .period { margin: 2px 0 0; color: var(--soft); }
    small { color: var(--soft); font-weight: normal; font-size: 12px; }
    .totals { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 18px; }
    .totals div { flex: 1 1 120px; border: 1px solid var(--line); border-radius: 6px; padding: 8px 12px; }
    .totals b { display: block; font-size: 22px; line-height: 1.3; font-variant-numeric: tabular-nums; }
    .totals span, .totals small { display: block; }
    figure { margin: 14px 0 0; break-inside: avoid; }
    figcaption { font-weight: bold; }
    svg { display: block; width: 100%; height: auto; }
    svg text { font-size: 11px; fill: var(--soft); }
    svg .value { fill: var(--ink); }
    svg .grid { stroke: var(--line); stroke-width: 1; }
    svg .bar { fill: var(--bar); }
    svg a:hover .bar { fill: #1a4971; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    th, td { padding: 4px 8px; border-bottom: 1px solid var(--line); text-align: right; vertical-align: bottom; }
    th[scope="row"], thead th:first-child { text-align: left; white-space: nowrap; }
    .figures th, .figures td { vertical-align: top; }
    .figures th[scope="row"] { font-weight: normal; white-space: normal; width: 36%; }
    .figures td.command { width: 40%; }
    .figures td.number { font-weight: bold; text-align: left; white-space: nowrap; }
    tfoot { font-weight: bold; }
    tr { break-inside: avoid; }
    td a { color: inherit; text-decoration: none; border-bottom: 1px dotted var(--soft); }
    .definitions { margin: 8px 0; padding-left: 1.2em; }
    details { margin-top: 8px; }
    summary { cursor: pointer; font-weight: bold; }
    td.command { text-align: left; }
    code { font: 12px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
    tr:target { background: #fff4c2; }
    @page { size: A4; margin: 15mm; }
    @media print {
      body { max-width: none; padding: 0; font-size: 11pt; }
      .bar, .totals div { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      h2 { break-after: avoid; }
      td a { border: 0; }
      .listings, .figures .command { display: none; }
    }
    """
}
