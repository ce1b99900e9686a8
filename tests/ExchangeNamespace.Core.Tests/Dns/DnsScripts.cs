using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Dns;

/// <summary>Plans and scripts for the tests of DNS scripts.</summary>
internal static class DnsScripts
{
    public const string Spf = "v=spf1 mx -all";

    /// <summary>The article's example with addresses: inside and outside names differ.</summary>
    public static NamespacePlan Article(DnsModel model = DnsModel.Separate) => Plans.Make(
        new object[] { Plans.Members(("Name", "CASServer"), ("IPAddress", "10.0.0.5")) },
        ("ExternalHost", "webmail.shudnow.net"), ("ADDomain", "shudnow.local"), ("ExchangeVersion", "2007SP1"), ("DnsModel", model.ToString()),
        ("SmtpDomain", new[] { "shudnow.net" }), ("MailHost", "smtp.shudnow.net"), ("ExternalIPAddress", "203.0.113.5"));

    public static NamespacePlan Pinpoint(string version = "2019", string? address = "10.0.0.20") => Plans.Make(
        new object[] { address is null ? Plans.Members(("Name", "EX01")) : Plans.Members(("Name", "EX01"), ("IPAddress", address)) },
        ("ExternalHost", "mail.exoip.com"), ("ADDomain", "exoip.local"), ("ExchangeVersion", version), ("DnsModel", "Pinpoint"),
        ("SmtpDomain", new[] { "exoip.com" }), ("MailHost", "mail.exoip.com"), ("ExternalIPAddress", new[] { "203.0.113.20", "2001:db8::20" }));

    public static NamespacePlan ThreeSites()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.RepositoryRoot(), "docs", "examples", "three-sites.json")));
        var members = (Dictionary<string, object?>)Neutral(file.RootElement)!;
        object servers = members["server"]!;
        return Plans.Make(((List<object?>)servers).Cast<object>(), [.. members.Where(m => m.Key is not ("server" or "schemaVersion")).Select(m => (m.Key, m.Value))]);
    }

    public static DnsRecord Alias(string name, string zone, DnsView view = DnsView.External) => new()
    {
        View = view,
        Zone = Fqdn.Parse(zone),
        Name = Fqdn.Parse(name),
        Type = DnsRecordType.CNAME,
        Value = "target.example.net",
        Reason = "A test.",
    };

    public static NamespacePlan With(params DnsRecord[] more)
    {
        NamespacePlan plan = Pinpoint();
        return Copy(plan, [.. plan.DnsRecords, .. more]);
    }

    public static NamespacePlan Copy(NamespacePlan plan, IReadOnlyList<DnsRecord> records) => new()
    {
        ExternalHost = plan.ExternalHost,
        ExternalZone = plan.ExternalZone,
        ADDomain = plan.ADDomain,
        SmtpDomains = plan.SmtpDomains,
        DnsModel = plan.DnsModel,
        Zones = plan.Zones,
        MailHost = plan.MailHost,
        Mail = plan.Mail,
        ReverseProxy = plan.ReverseProxy,
        AsOf = plan.AsOf,
        Sites = plan.Sites,
        Servers = plan.Servers,
        Certificates = plan.Certificates,
        DnsRecords = records,
        Findings = plan.Findings,
    };

    public static DnsScriptInput Input(DnsView view, DnsScriptFormat format) => new() { View = view, Format = format };

    public static DnsScript Make(NamespacePlan plan, DnsScriptInput input)
    {
        List<InputFault> faults = [];
        DnsScript? script = DnsScript.Build(plan, input, faults);
        Assert.Empty(faults);
        return script!;
    }

    public static string[] Lines(DnsScript script) => [.. script.Parts.SelectMany(p => p.Lines)];

    /// <summary>The lines that are not comments.</summary>
    public static string[] Live(DnsScript script) => [.. Lines(script).Where(l => l[0] is not ('#' or ';') && !l.StartsWith("REM ", System.StringComparison.Ordinal))];

    private static object? Neutral(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(p => p.Name, p => Neutral(p.Value), System.StringComparer.OrdinalIgnoreCase),
        JsonValueKind.Array => element.EnumerateArray().Select(Neutral).ToList(),
        JsonValueKind.Number => element.GetInt64(),
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        _ => element.GetString(),
    };
}
