using System.Collections.Generic;

namespace ExchangeNamespace.Reports;

/// <summary>A page of a report.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its title.</param>
/// <param name="Blocks">What stands on it.</param>
internal sealed record ReportPage(string Id, string Title, IReadOnlyList<ReportBlock> Blocks);

/// <summary>What a report says, before any format.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Subtitle">For which namespace, for whom and of which day it is.</param>
/// <param name="Pages">Its pages.</param>
/// <param name="Words">The words of its language, for what a format adds.</param>
internal sealed record ReportDocument(string Title, string Subtitle, IReadOnlyList<ReportPage> Pages, ReportWords Words);
