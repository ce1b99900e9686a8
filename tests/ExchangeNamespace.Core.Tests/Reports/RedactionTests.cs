using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Reports;
using ExchangeNamespace.Reports.Drawing;
using ExchangeNamespace.Reports.Redaction;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using ExchangeNamespace.Tests.Verdicts;
using Xunit;

namespace ExchangeNamespace.Tests.Reports;

public class RedactionTests
{
    public static TheoryData<string> Samples => [.. ReportSamples.All];

    [Theory]
    [MemberData(nameof(Samples))]
    public void No_name_address_or_thumbprint_is_left_in_any_encoding(string name)
    {
        (ReportRequest redacted, RedactionMap map) = ReportRedactor.Redact(ReportSamples.Request(name));
        foreach (string report in new[] { ReportSamples.Html(redacted), ReportSamples.Markdown(redacted) })
        {
            foreach (string original in Originals(ReportSamples.Request(name)))
            {
                foreach (string form in Forms(original))
                {
                    Assert.False(Contains(report, form), $"{original} is left, as {form}.");
                }
            }

            Assert.All(map.Entries.Where(e => e.Kind is RedactionKind.Domain or RedactionKind.Address or RedactionKind.Number && e.Original != e.Substitute),
                e => Assert.False(Contains(report, e.Original), e.Original + " is left."));
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a-")]
    [InlineData("1.")]
    [InlineData("a@")]
    [InlineData("A1")]
    [InlineData("::")]
    [InlineData(@"\\a")]
    [InlineData("//a")]
    public void A_word_that_is_longer_than_any_name_is_replaced_as_a_whole(string unit)
    {
        RedactionMap map = new();
        AddressSubstitutes addresses = new(map);
        TextRedactor redactor = new(new NameSubstitutes(map, addresses), addresses, new Dictionary<string, Func<string, string>>());
        string word = string.Concat(Enumerable.Repeat(unit, 500_000 / unit.Length));

        Assert.Equal("before Name 1, Name 1; after", redactor.Of($"before {word}, {word}; after"));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_report_keeps_its_shape(string name)
    {
        ReportRequest request = ReportSamples.Request(name);
        (ReportRequest redacted, _) = ReportRedactor.Redact(request);
        Picture before = NamespaceDrawing.Draw(request.Plan, new DrawingWords());
        Picture after = NamespaceDrawing.Draw(redacted.Plan, new DrawingWords());

        Assert.Equal(before.Boxes.Select(b => b.Kind), after.Boxes.Select(b => b.Kind));
        Assert.Equal(before.Links.Count, after.Links.Count);
        Assert.Equal(Lines(ReportSamples.Markdown(request)), Lines(ReportSamples.Markdown(redacted)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Different_names_have_different_substitutes(string name)
    {
        (_, RedactionMap map) = ReportRedactor.Redact(ReportSamples.Request(name));

        Assert.All(map.Entries.GroupBy(e => e.Kind), g => Assert.Equal(g.Select(e => e.Substitute).Distinct(StringComparer.OrdinalIgnoreCase), g.Select(e => e.Substitute)));
        Assert.Equal(map.Entries.Count + 1, map.Lines.Count());
    }

    [Fact]
    public void Equal_names_stay_equal_whatever_their_form()
    {
        NamespacePlan plan = Plans.Make(new object[] { Plans.Members(("Name", "EX01"), ("Fqdn", "ex01.contoso.com"), ("Version", "SE"), ("Site", "Paris Nord")) },
            ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"));
        ReportRequest request = ReportSamples.Of(plan) with
        {
            Results = ReportResult.Of([Results.Verdict(Results.Of("Ex01", CheckOutcome.Failed, message:
                "EX01\\owa of https://EX01.Contoso.COM/owa and ex01.contoso.com. in Paris Nord, user ann@contoso.com, *.contoso.com, 198.51.100.7:443, [2001:db8:1::5], "
                    + "01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67 and 0123456789abcdef0123456789abcdef01234567, C:\\Users\\ann\\x.pfx, \\\\files\\share\\y, "
                    + "15.2.1748.37, Exchange.asmx, Get-ExchangeServer, ip4:198.51.100.7 include:_spf.contoso.com"))]),
        };

        string message = ReportRedactor.Redact(request).Request.Results[0].Message;

        Assert.Equal("SERVER01\\owa of https://server01.domain1.example/owa and server01.domain1.example. in Site 1, user user1@domain1.example, *.domain1.example, 203.0.113.1:443, "
            + "[2001:db8:0:2::1], 0000000000000000000000000000000000000001 and 0000000000000000000000000000000000000001, path1, path2, "
            + "15.2.1748.37, Exchange.asmx, Get-ExchangeServer, ip4:203.0.113.1 include:_spf.domain1.example", message);
    }

    [Fact]
    public void International_names_have_one_substitute_in_both_forms()
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.bücher.de"), ("ExchangeVersion", "SE"));
        ReportRequest request = ReportSamples.Of(plan) with
        {
            Results = ReportResult.Of([Results.Verdict(Results.Of("x", CheckOutcome.Failed, message: "mail.bücher.de is xn--bcher-kva.de."))]),
        };

        Assert.Equal("mail.domain1.example is domain1.example.", ReportRedactor.Redact(request).Request.Results[0].Message);
    }

    [Fact]
    public void A_name_that_looks_like_a_substitute_is_replaced_by_another()
    {
        NamespacePlan plan = Plans.Make("SERVER02,SERVER01".Split(',').Select(n => (object)Plans.Members(("Name", n), ("Version", "SE"), ("Site", "Site 1"))).ToArray(),
            ("ExternalHost", "mail.domain2.example.com"), ("SmtpDomain", "domain1.example.com"));
        (ReportRequest redacted, _) = ReportRedactor.Redact(ReportSamples.Of(plan));

        Assert.Equal(["SERVER03", "SERVER04"], redacted.Plan.Servers.Select(s => s.Name));
        Assert.NotEqual("Site 1", redacted.Plan.Sites[0].Name);
    }

    [Fact]
    public void Names_of_reverse_zones_follow_their_addresses()
    {
        RedactionMap map = new();
        AddressSubstitutes addresses = new(map);
        NameSubstitutes names = new(map, addresses);

        Assert.Equal("203.0.113.1", addresses.Of("8.8.4.4"));
        Assert.Equal("1.113.0.203.in-addr.arpa", names.Host("4.4.8.8.in-addr.arpa"));
        Assert.Equal("113.0.203.in-addr.arpa", names.Host("4.8.8.in-addr.arpa"));
        Assert.Equal("203.0.113.1/24", addresses.OfRange("8.8.4.4/24"));
        Assert.Equal("10.0.2.1", addresses.Of("10.9.8.7"));
        Assert.Equal("0.0.0.0", addresses.Of("0.0.0.0"));
        Assert.Null(addresses.Of("8.8.4.4444"));
    }

    [Fact]
    public void Names_that_only_certificates_and_connectors_have_are_replaced_too()
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"));
        ReportRequest request = ReportSamples.Of(plan) with
        {
            State = new ExchangeState
            {
                Kinds = [StateKind.ReceiveConnector, StateKind.SendConnector], Servers = [], Services = [], AutodiscoverDirectories = [],
                Certificates = [], AcceptedDomains = [], OutlookProviders = [], Findings = [],
                ReceiveConnectors = [new() { Name = "Default OLDBOX", Identity = "OLDBOX\\Default OLDBOX", Server = Captured.Known("OLDBOX") }],
                SendConnectors =
                [
                    new() { Name = "Internet", Identity = "Internet", SourceTransportServers = Captured.Known<IReadOnlyList<string>>(["HUBBOX"]) },
                ],
            },
            Certificates =
            [
                Certificate("WMSvc-WIN-ABC", "CN=WMSvc-WIN-ABC", "CN=WMSvc-WIN-ABC"),
                Certificate("Microsoft Exchange Server Auth Certificate", "CN=SUBJECTBOX", "CN=Tailspin Issuing CA,O=Tailspin"),
            ],
            Results = ReportResult.Of([Results.Verdict(Results.Of("OLDBOX\\Default OLDBOX", CheckOutcome.Failed, message:
                "HUBBOX, WMSvc-WIN-ABC, SUBJECTBOX of Tailspin Issuing CA, Microsoft Exchange Server Auth Certificate, https://mail.contoso.com/OAB: it is."))]),
        };

        ReportRequest redacted = ReportRedactor.Redact(request).Request;
        string report = ReportSamples.Markdown(redacted);

        Assert.All(["OLDBOX", "HUBBOX", "WIN-ABC", "SUBJECTBOX", "Tailspin"], n => Assert.DoesNotContain(n, report, StringComparison.OrdinalIgnoreCase));
        Assert.EndsWith("Microsoft Exchange Server Auth Certificate, https://mail.domain1.example/OAB: it is.", redacted.Results[0].Message, StringComparison.Ordinal);
        Assert.Equal(["Microsoft Exchange Server Auth Certificate"], redacted.Certificates[1].Names);
        Assert.All(redacted.Certificates, c => Assert.Empty(c.Parties));
    }

    [Fact]
    public void A_redacted_report_says_so() =>
        Assert.Contains("are substitutes", ReportSamples.Markdown(ReportRedactor.Redact(ReportSamples.Request("article")).Request), StringComparison.Ordinal);

    private static ReportCertificate Certificate(string name, string subject, string issuer) => new()
    {
        Servers = [],
        Names = [name],
        Parties = [subject, issuer],
        Thumbprint = "0123456789ABCDEF0123456789ABCDEF01234567",
        Services = [],
        NotAfter = Results.Now.AddDays(20),
    };

    private static IEnumerable<string> Originals(ReportRequest request)
    {
        foreach (NamespacePlan plan in new[] { request.Plan, request.Reference }.OfType<NamespacePlan>())
        {
            foreach (string name in plan.Servers.SelectMany(s => new[] { s.Name, s.Fqdn?.Value }.Concat(s.Addresses)).OfType<string>()
                .Concat(plan.Sites.Select(s => s.Name)).Concat(plan.SmtpDomains.Select(d => d.Value)).Concat(plan.DnsRecords.Select(r => r.Name.Value))
                .Concat(plan.DnsRecords.Select(r => r.Value).OfType<string>()).Concat([plan.ExternalHost.Value, plan.ExternalZone.Value, plan.ADDomain!.Value]))
            {
                yield return name;
            }
        }

        foreach (string name in request.Certificates.Select(c => c.Thumbprint).Concat(request.State?.Servers.Select(s => s.Name) ?? [])
            .Concat(request.State?.Certificates.SelectMany(c => new[] { c.Thumbprint.Value, c.SerialNumber.Value }).OfType<string>() ?? []))
        {
            yield return name;
        }
    }

    private static IEnumerable<string> Forms(string original)
    {
        if (original.Length == 0)
        {
            yield break;
        }

        yield return original;
        yield return string.Concat(original.Select(c => "&#" + ((int)c).ToString(CultureInfo.InvariantCulture) + ";"));
        yield return string.Concat(original.Select(c => "%" + ((int)c).ToString("X2", CultureInfo.InvariantCulture)));
        yield return Uri.EscapeDataString(original);
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(original)).TrimEnd('=');
        yield return Convert.ToBase64String(Encoding.Unicode.GetBytes(original)).TrimEnd('=');
        yield return string.Concat(original.Select(c => c + "\0"));
        yield return string.Concat(original.Select(c => ((int)c).ToString("x2", CultureInfo.InvariantCulture)));
        yield return string.Concat(original.Reverse());
    }

    /// <summary>A name within a longer word is another name: 10.1.0.1 is not left in 10.1.0.12.</summary>
    private static bool Contains(string report, string form)
    {
        for (int at = report.IndexOf(form, StringComparison.OrdinalIgnoreCase); at >= 0; at = report.IndexOf(form, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            bool starts = at == 0 || !char.IsLetterOrDigit(report[at - 1]);
            bool ends = at + form.Length == report.Length || !char.IsLetterOrDigit(report[at + form.Length]);
            if (starts && ends)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What each line begins with, without its texts.</summary>
    private static IEnumerable<string> Lines(string markdown) => ReportSamples.WithoutDrawings(markdown).Split('\n')
        .Where(l => !l.Contains("are substitutes"))
        .Select(l => string.Concat(l.TakeWhile(c => c is '#' or '-' or '|' or '>' or '`')) + l.Split('|').Length.ToString(CultureInfo.InvariantCulture));
}
