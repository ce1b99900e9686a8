namespace ExchangeNamespace.Reports;

/// <summary>The language of the words of a report. Findings and reasons are in English in both.</summary>
public enum ReportLanguage
{
    /// <summary>English.</summary>
    En,

    /// <summary>German.</summary>
    De,
}
