namespace ExchangeNamespace.Reports;

/// <summary>For whom a report is: it decides which pages it has.</summary>
public enum ReportAudience
{
    /// <summary>Every page.</summary>
    All,

    /// <summary>Verdict, drawings, servers with their support, changes and findings; no sheets and no lines.</summary>
    Management,

    /// <summary>Names and the record sheet of each zone and view.</summary>
    Dns,

    /// <summary>Hosts and ports.</summary>
    Firewall,

    /// <summary>Names and the request sheet of each certificate.</summary>
    Certificate,
}
