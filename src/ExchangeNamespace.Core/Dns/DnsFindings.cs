using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Dns;

/// <summary>The permanent codes of findings about DNS scripts. A code is never reused.</summary>
public static class DnsFindingCodes
{
    /// <summary>The records are kept for long, which makes a cut-over slow.</summary>
    public const string TimeToLiveLong = "EXN092";

    /// <summary>The records are kept for a short time, which is for a cut-over.</summary>
    public const string TimeToLiveShort = "EXN093";

    /// <summary>An address was not stated, so its line is a comment.</summary>
    public const string AddressNotStated = "EXN100";

    /// <summary>No name server was stated, so zone text lacks what a zone begins with.</summary>
    public const string NameServerNotStated = "EXN101";

    /// <summary>An alias would stand beside other data or at the top of a zone.</summary>
    public const string AliasBesideOtherData = "EXN102";

    /// <summary>A mail exchanger or service record leads to an alias.</summary>
    public const string TargetIsAlias = "EXN103";

    /// <summary>A record waits for the address of its target.</summary>
    public const string TargetWithoutAddress = "EXN104";

    /// <summary>Reverse records usually belong to the provider.</summary>
    public const string ReverseZoneOfProvider = "EXN105";

    /// <summary>A stated address belongs to no host of the view.</summary>
    public const string AddressNotUsed = "EXN106";

    /// <summary>A text cannot stand on a command line.</summary>
    public const string TextNotForCommandLine = "EXN107";

    /// <summary>A name would be longer than a name may be.</summary>
    public const string NameTooLong = "EXN108";

    /// <summary>A view needs no record.</summary>
    public const string NothingToWrite = "EXN109";

    /// <summary>The SPF record of the plan is a comment, because one may exist.</summary>
    public const string SpfNotStated = "EXN110";

    /// <summary>A domain uses the service record, so its autodiscover name must have no record.</summary>
    public const string AutodiscoverNameMustGo = "EXN111";

    /// <summary>The step before the cut-over: when it is done.</summary>
    public const string LowerBeforeCutOver = "EXN112";

    /// <summary>The step after the cut-over: when it is done.</summary>
    public const string RaiseAfterCutOver = "EXN113";

    /// <summary>The lines of a step hold addresses of the plan, which may not be the current ones.</summary>
    public const string CurrentAddresses = "EXN114";

    /// <summary>TLSA records count in signed zones only, and the roll-over needs time.</summary>
    public const string TlsaNeedsSignedZones = "EXN115";

    /// <summary>A TLSA record cannot be made by the lines of the format.</summary>
    public const string TlsaNotOnCommandLine = "EXN116";

    /// <summary>The MTA-STS policy must be published on a web server of its own name.</summary>
    public const string PolicyFile = "EXN117";

    /// <summary>A policy that is enforced loses mail where a certificate is wrong.</summary>
    public const string PolicyEnforced = "EXN118";

    /// <summary>Reports go to another domain, which must allow it.</summary>
    public const string ReportsElsewhere = "EXN119";
}

/// <summary>The texts of findings about DNS scripts.</summary>
internal static class DnsFindings
{
    public static Finding AddressNotStated(string host, DnsView view) => Of(
        DnsFindingCodes.AddressNotStated, FindingSeverity.Warning, host, "S41",
        $"The {view} address is not stated; its line is a comment.",
        $"Give -Address @{{ '{host}' = '<address>' }}, or the addresses with the servers of the plan.");

    public static Finding NameServerNotStated(IEnumerable<string> zones) => Of(
        DnsFindingCodes.NameServerNotStated, FindingSeverity.Warning, string.Join(", ", zones), "S1",
        "No name server is stated, so SOA and NS are comments and no server will load the zone.", "Give -NameServer.");

    public static Finding AliasBesideOtherData(string host) => Of(
        DnsFindingCodes.AliasBesideOtherData, FindingSeverity.Error, host, "S10",
        "An alias cannot stand beside other data or at the top of a zone; its line is a comment.",
        "Give the name an address record of its own.");

    public static Finding TargetIsAlias(ZoneRecord record) => Of(
        DnsFindingCodes.TargetIsAlias, FindingSeverity.Error, record.Name, record.Type == DnsRecordType.MX ? "S42" : "S10",
        $"{record.Type} leads to {record.Value}, which is an alias; its line is a comment.",
        "Lead it to a name with an address record (RFC 2181 10.3, RFC 2782).");

    public static Finding TargetWithoutAddress(ZoneRecord record) => Of(
        DnsFindingCodes.TargetWithoutAddress, FindingSeverity.Warning, record.Name, record.Type == DnsRecordType.MX ? "S42" : "S10",
        $"{record.Type} leads to {record.Value}, whose address is not stated; its line is a comment.",
        $"State the address of {record.Value}.");

    public static Finding ReverseZoneOfProvider(IEnumerable<string> zones) => Of(
        DnsFindingCodes.ReverseZoneOfProvider, FindingSeverity.Information, string.Join(", ", zones.Distinct()), "S43",
        "The reverse zone of a public address belongs to the owner of the address, usually the provider.",
        "Hand the PTR lines to the provider unless the zone is delegated to you.");

    public static Finding AddressNotUsed(string host, DnsView view) => Of(
        DnsFindingCodes.AddressNotUsed, FindingSeverity.Warning, host, "S41",
        $"-Address states the host, but the {view} view of the plan has no address record for it: nothing is written for it.",
        "Check the spelling and the view.");

    public static Finding TextNotForCommandLine(ZoneRecord record) => Of(
        DnsFindingCodes.TextNotForCommandLine, FindingSeverity.Warning, record.Name, "S51",
        "The text has a character that no quoting of cmd.exe carries (percent, exclamation mark, double quote); its line is a comment.",
        "Enter the record in the DNS console, or use -Format DnsServer.");

    public static Finding TlsaNotOnCommandLine(ZoneRecord record) => Of(
        DnsFindingCodes.TlsaNotOnCommandLine, FindingSeverity.Warning, record.Name, "S49",
        "The lines of dnscmd are for servers before Windows Server 2012, and Windows has the type TLSA from 2016 on; the line is a "
            + "comment.",
        "Use -Format DnsServer on Windows Server 2016 or later, or -Format Bind.");

    public static Finding ServiceNameTooLong(string name) => NameTooLong(
        name, "S10", "Clients of this domain have to find Autodiscover another way.");

    public static Finding MailNameTooLong(string name) => NameTooLong(
        name, "S42", "Give the mail host or the domain a shorter name, or do without this record.");

    private static Finding NameTooLong(string name, string rule, string remedy) => Of(
        DnsFindingCodes.NameTooLong, FindingSeverity.Warning, name, rule,
        "The name would be longer than 253 characters; nothing is written for it.", remedy);

    public static Finding NothingToWrite(NamespacePlan plan, DnsView view) => Of(
        DnsFindingCodes.NothingToWrite, FindingSeverity.Warning, plan.ExternalHost.Value, "S1",
        $"The plan needs no record in the {view} view: nothing is written.", "Look at the DnsRecords property of the plan.");

    public static Finding SpfNotStated(IEnumerable<Fqdn> names) => Of(
        DnsFindingCodes.SpfNotStated, FindingSeverity.Information, string.Join(", ", names), "S51",
        "The SPF records that follow from the plan are comments: a second record beside one that exists would be an error for every "
            + "sender.", "Give -SpfRecord (New-SpfRecord -Plan -LookUp), which merges with what exists.");

    public static Finding AutodiscoverNameMustGo(IReadOnlyList<string> names, DnsView view) => Findings.Warning(
        DnsFindingCodes.AutodiscoverNameMustGo, NameList.Describe(names),
        $"The plan finds Autodiscover by a service record here, so nothing is written for the name in the {view} view. A record that is "
            + "there already stays: clients try it first, and the certificate lacks the name.",
        "Remove its address records and aliases from DNS, and see that no wildcard record answers for it.", "S10", [.. names]);

    private static Finding Of(string code, FindingSeverity severity, string subject, string rule, string message, string remedy) =>
        new() { Code = code, Severity = severity, Subject = subject, Message = message, Remedy = remedy, Rule = rule };
}
