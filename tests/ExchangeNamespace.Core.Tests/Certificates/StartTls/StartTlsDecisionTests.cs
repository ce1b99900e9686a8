using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates.StartTls;

/// <summary>The decision table of STARTTLS: each row changes one thing of a connector that works.</summary>
public class StartTlsDecisionTests
{
    private static readonly string[] None = [];

    /// <summary>Name, version, changes of connector, certificates, and what comes out: outcome, thumbprint, event, step.</summary>
    public static TheoryData<string> Rows => [.. Table.Keys];

    private static readonly Dictionary<string, (string Version, (string, object?)[] Connector, StoreCertificate[] Store, StartTlsOutcome Outcome, string? Thumbprint, int? EventId, int Step)> Table = new()
    {
        ["works"] = ("2019", [], [A()], StartTlsOutcome.Offered, "A", null, 4),

        ["1 no Tls"] = ("2019", [("AuthMechanism", "Integrated, BasicAuth")], [A()], StartTlsOutcome.NotOffered, null, null, 1),
        ["1 no mechanism at all"] = ("2019", [("AuthMechanism", None)], [A()], StartTlsOutcome.NotOffered, null, null, 1),
        ["1 BasicAuthRequireTLS alone is not Tls"] = ("2019", [("AuthMechanism", "BasicAuthRequireTLS")], [A()], StartTlsOutcome.NotOffered, null, null, 1),
        ["1 mechanism not stated"] = ("2019", [("AuthMechanism", null)], [A()], StartTlsOutcome.Unknown, "A", null, 1),

        ["2 by issuer and subject"] = ("2019", [("TlsCertificateName", Name), ("Fqdn", "other.contoso.com")], [A()], StartTlsOutcome.Offered, "A", null, 4),
        ["2 letter case and blanks do not count"] = ("2013", [("TlsCertificateName", "<i>cn=public ca,o=TRUST<s>CN=mail.contoso.com,O=contoso")], [A()], StartTlsOutcome.Offered, "A", null, 4),
        ["2 issuer and subject come before the host"] = ("2019", [("TlsCertificateName", "<I>CN=Other<S>CN=mail.contoso.com, O=Contoso")], [A()], StartTlsOutcome.NotOffered, null, 12014, 3),
        ["2 not of that form"] = ("2019", [("TlsCertificateName", "mail.contoso.com")], [A()], StartTlsOutcome.Unknown, null, null, 2),
        ["2 no such setting in 2010"] = ("2010", [("TlsCertificateName", "<I>CN=Other<S>CN=x")], [A()], StartTlsOutcome.Offered, "A", null, 4),
        ["2 no such setting in 2007"] = ("2007SP3", [("TlsCertificateName", "<I>CN=Other<S>CN=x")], [A()], StartTlsOutcome.Offered, "A", null, 4),
        ["2 without a host the server counts"] = ("2019", [("Fqdn", "")], [A(), Self()], StartTlsOutcome.Offered, "SELF", null, 4),

        ["3 no certificate"] = ("2019", [], [], StartTlsOutcome.NotOffered, null, 12014, 3),
        ["3 no certificate with the host"] = ("2019", [], [Self()], StartTlsOutcome.NotOffered, null, 12014, 3),
        ["3 by a wildcard"] = ("2019", [], [A(("CertificateDomains", "*.contoso.com"), ("Subject", "CN=*.contoso.com"))], StartTlsOutcome.Offered, "A", null, 4),
        ["3 by a wildcard in 2010"] = ("2010", [], [A(("CertificateDomains", "*.contoso.com"), ("Subject", "CN=*.contoso.com"))], StartTlsOutcome.Offered, "A", null, 4),
        ["3 by a wildcard in 2007"] = ("2007SP3", [], [A(("CertificateDomains", "*.contoso.com"), ("Subject", "CN=*.contoso.com"))], StartTlsOutcome.Unknown, "A", null, 3),
        ["3 by the common name alone"] = ("2019", [], [A(("CertificateDomains", "other.contoso.com"))], StartTlsOutcome.Offered, "A", null, 4),
        ["3 names not stated"] = ("2019", [], [A(("CertificateDomains", null), ("Subject", "CN=other"))], StartTlsOutcome.Unknown, "A", null, 3),
        ["3 names not stated, but the subject has it"] = ("2019", [], [A(("CertificateDomains", null))], StartTlsOutcome.Offered, "A", null, 4),
        ["3 of another server"] = ("2019", [], [A(("Server", "SRV2")), Self(("Server", "SRV1"))], StartTlsOutcome.NotOffered, null, 12014, 3),
        ["3 of other servers only"] = ("2019", [], [A(("Server", "SRV2"))], StartTlsOutcome.Unknown, null, null, 3),

        ["4 no private key"] = ("2019", [], [A(("HasPrivateKey", false))], StartTlsOutcome.NotOffered, null, 12014, 4),
        ["4 pending request"] = ("2019", [], [A(("Status", "PendingRequest"))], StartTlsOutcome.NotOffered, null, 12014, 4),
        ["4 without SMTP, 2007"] = ("2007SP1", [], [A(("Services", "IIS"))], StartTlsOutcome.NotOffered, null, 12014, 4),
        ["4 without SMTP, 2010"] = ("2010", [], [A(("Services", "IIS"))], StartTlsOutcome.NotOffered, null, 12014, 4),
        ["4 without SMTP, 2013"] = ("2013", [], [A(("Services", "IIS"))], StartTlsOutcome.OfferedButFails, "A", null, 4),
        ["4 without SMTP, SE"] = ("SE", [], [A(("Services", "None"))], StartTlsOutcome.OfferedButFails, "A", null, 4),
        ["4 one with SMTP comes first"] = ("2019", [], [A(), B(("Services", "IIS"), ("NotBefore", "2026-05-01"))], StartTlsOutcome.Offered, "A", null, 5),
        ["4 by name SMTP is not asked"] = ("2019", [("TlsCertificateName", Name)], [A(), B(("Services", "IIS"), ("NotBefore", "2026-05-01"))], StartTlsOutcome.OfferedButFails, "B", null, 5),
        ["4 services not stated"] = ("2019", [], [A(("Services", null))], StartTlsOutcome.Unknown, "A", null, 4),
        ["4 services not stated beside one that serves"] = ("2019", [], [A(), B(("Services", null), ("NotBefore", "2025-05-01"))], StartTlsOutcome.Offered, "A", null, 5),
        ["4 services not stated before one that serves"] = ("2019", [], [A(), B(("Services", null), ("NotBefore", "2026-05-01"))], StartTlsOutcome.Offered, null, null, 5),

        ["5 the newest"] = ("2019", [], [A(), B(("NotBefore", "2026-03-01"))], StartTlsOutcome.Offered, "B", null, 5),
        ["5 the newest by name"] = ("2016", [("TlsCertificateName", Name)], [A(), B(("NotBefore", "2026-03-01"))], StartTlsOutcome.Offered, "B", null, 5),
        ["5 an authority before a newer self-signed one"] = ("2010", [], [A(), Own(("NotBefore", "2026-05-01"))], StartTlsOutcome.Offered, "A", null, 5),
        ["5 a self-signed one before an expired one"] = ("2019", [], [A(("NotAfter", "2026-05-31")), Own()], StartTlsOutcome.Offered, "OWN", null, 5),
        ["5 not yet valid is not valid"] = ("2019", [], [A(), B(("NotBefore", "2026-07-01"), ("NotAfter", "2027-01-01"))], StartTlsOutcome.Offered, "A", null, 5),
        ["5 the same date"] = ("2019", [], [A(), B()], StartTlsOutcome.Offered, null, null, 5),
        ["5 a date is not stated"] = ("2019", [], [A(), B(("NotBefore", null))], StartTlsOutcome.Offered, null, null, 5),
        ["5 who issued it is not stated"] = ("2019", [], [A(), B(("Issuer", null), ("NotBefore", "2026-05-01"))], StartTlsOutcome.Offered, null, null, 5),
        ["5 who issued it does not matter where it is older"] = ("2019", [], [A(), B(("Issuer", null), ("NotBefore", "2025-05-01"))], StartTlsOutcome.Offered, "A", null, 5),

        ["6 expired"] = ("2019", [], [A(("NotAfter", "2026-05-31"))], StartTlsOutcome.Offered, "A", 12016, 6),
        ["6 expired, 2007"] = ("2007RTM", [], [A(("NotAfter", "2026-05-31"))], StartTlsOutcome.Offered, "A", 12016, 6),
        ["6 expired self-signed"] = ("2013", [], [Own(("NotAfter", "2026-05-31"))], StartTlsOutcome.Offered, "OWN", 12016, 6),
        ["6 expired and not for SMTP"] = ("2019", [], [A(("NotAfter", "2026-05-31"), ("Services", "IIS"))], StartTlsOutcome.OfferedButFails, "A", 12016, 6),
    };

    private const string Name = "<I>CN=Public CA, O=Trust<S>CN=mail.contoso.com, O=Contoso";

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_row_comes_out(string row)
    {
        var (version, connector, store, outcome, thumbprint, eventId, step) = Table[row];

        StartTlsPrediction prediction = Stores.Predict(Stores.Connector(connector), Stores.Server(version), store);

        Assert.Equal((outcome, thumbprint, eventId, step), (prediction.StartTls, prediction.Certificate?.Thumbprint, prediction.EventId, prediction.Step));
        Assert.NotEmpty(prediction.Reason);
        bool warns = prediction.Findings.Any(f => f.Severity == FindingSeverity.Warning);
        Assert.Equal(outcome is not StartTlsOutcome.Offered || warns, prediction.Remedy.Length > 0);
        Assert.Equal(outcome switch
        {
            StartTlsOutcome.Unknown => CheckOutcome.Unknown,
            StartTlsOutcome.OfferedButFails => CheckOutcome.Failed,
            StartTlsOutcome.NotOffered => eventId is null ? CheckOutcome.Warning : CheckOutcome.Failed,
            _ => warns ? CheckOutcome.Warning : CheckOutcome.Passed,
        }, prediction.Outcome);
        Assert.Contains(outcome == StartTlsOutcome.Offered ? "" : "TLS", prediction.Message, StringComparison.Ordinal);
        Assert.All(prediction.Findings, f => Assert.Matches("^EXN2[01][0-9]$", f.Code));
    }

    [Fact]
    public void SC32_row_by_row()
    {
        JsonElement scenario = SharedData.Json("scenarios.json").RootElement.GetProperty("scenarios").EnumerateArray().Single(s => s.GetProperty("id").GetString() == "SC32");
        JsonElement inputs = scenario.GetProperty("inputs");
        List<InputFault> faults = [];
        TransportServer server = StartTlsInputReader.Server(new Dictionary<string, object?> { ["Name"] = inputs.GetProperty("server").GetString() }, "Server", strict: true, faults)!;
        List<StoreCertificate> store = [.. inputs.GetProperty("certificates").EnumerateArray().Select(c => StartTlsInputReader.Certificate(
            new Dictionary<string, object?> { ["Thumbprint"] = c.GetProperty("id").GetString(), ["CertificateDomains"] = Texts(c, "names"), ["Services"] = Texts(c, "services") }, null, "Certificate", strict: true, faults)!)];
        StartTlsInventory inventory = new([server], store, null, Stores.Today);
        Dictionary<string, StartTlsPrediction> predictions = [];
        foreach (JsonElement c in inputs.GetProperty("connectors").EnumerateArray())
        {
            ReceiveConnector connector = StartTlsInputReader.Connector(
                new Dictionary<string, object?> { ["Name"] = c.GetProperty("name").GetString(), ["Fqdn"] = c.GetProperty("fqdn").GetString(), ["AuthMechanism"] = Texts(c, "auth") }, "Connector", strict: true, faults)!;
            predictions[connector.Identity] = inventory.Predict(connector, "Connector", faults)!;
        }

        Assert.Empty(faults);
        foreach (JsonElement expected in scenario.GetProperty("expected").GetProperty("results").EnumerateArray())
        {
            StartTlsPrediction prediction = predictions[expected.GetProperty("connector").GetString()!];
            Assert.Equal(expected.GetProperty("startTls").GetBoolean(), prediction.StartTls == StartTlsOutcome.Offered);
            Assert.Equal(expected.GetProperty("certificate").GetString()?.ToUpperInvariant(), prediction.Certificate?.Thumbprint);
        }

        StartTlsPrediction internet = predictions["Internet"];
        Assert.Equal("Get a certificate that carries mail.contoso.com, import it on srv1 and enable it for SMTP; or set the Fqdn of the connector to webmail.contoso.com, which a certificate for SMTP carries.", internet.Remedy);
        Assert.Contains(internet.Findings, f => f.Code == StartTlsFindingCodes.NotOffered && f.Message.Contains("There is no fall-back to a self-signed certificate"));
    }

    [Theory]
    [InlineData("Tls", "D", true, "2026-12-31", StartTlsOutcome.NotOffered, null)]
    [InlineData("Tls, ExchangeServer", "D", true, "2026-12-31", StartTlsOutcome.Offered, null)]
    [InlineData("Tls, ExchangeServer", "d", true, "2026-05-31", StartTlsOutcome.Offered, 12015)]
    [InlineData("Tls, ExchangeServer", "", true, "2026-12-31", StartTlsOutcome.NotOffered, 12012)]
    [InlineData("Tls, ExchangeServer", "C", true, "2026-12-31", StartTlsOutcome.NotOffered, 12013)]
    [InlineData("Tls, ExchangeServer", "D", false, "2026-12-31", StartTlsOutcome.Unknown, null)]
    [InlineData(null, "D", true, "2026-12-31", StartTlsOutcome.Unknown, null)]
    public void X_ANONYMOUSTLS_follows_the_thumbprint_in_the_directory(string? mechanisms, string thumbprint, bool stated, string notAfter, StartTlsOutcome outcome, int? eventId)
    {
        (string, object?)[] more = stated ? [("InternalTransportCertificateThumbprint", thumbprint)] : [];
        AnonymousTlsPrediction prediction = Stores.Predict(
            Stores.Connector(("AuthMechanism", mechanisms), ("Fqdn", "")), Stores.Server("2016", more), Stores.Certificate("D", ("NotAfter", notAfter), ("Services", "None"))).AnonymousTls;

        Assert.Equal((outcome, eventId, outcome == StartTlsOutcome.Offered ? "D" : null), (prediction.Outcome, prediction.EventId, prediction.Certificate?.Thumbprint));
    }

    public static TheoryData<string, string> FindingRows => [.. FindingTable.Keys.Select(k => new TheoryDataRow<string, string>(k, FindingTable[k].Code))];

    private static readonly Dictionary<string, (string Code, Func<StartTlsPrediction> Predict)> FindingTable = new()
    {
        ["not offered"] = (StartTlsFindingCodes.NotOffered, () => Stores.Predict(Stores.Connector(), Stores.Server())),
        ["expired"] = (StartTlsFindingCodes.Expired, () => Stores.Predict(Stores.Connector(), Stores.Server(), A(("NotAfter", "2026-05-31")))),
        ["no SMTP"] = (StartTlsFindingCodes.NotEnabledForSmtp, () => Stores.Predict(Stores.Connector(), Stores.Server(), A(("Services", "IIS")))),
        ["same issuer and subject"] = (StartTlsFindingCodes.SameIssuerAndSubject, () => Stores.Predict(Stores.Connector(("TlsCertificateName", Name)), Stores.Server(), A(), B())),
        ["undecided"] = (StartTlsFindingCodes.Undecided, () => Stores.Predict(Stores.Connector(), Stores.Server(), A(("Services", null)))),
        ["untrusted"] = (StartTlsFindingCodes.ChainNotTrusted, () => Stores.Predict(Stores.Connector(), Stores.Server(), A(("Status", "Untrusted")))),
        ["name in 2010"] = (StartTlsFindingCodes.TlsCertificateNameNotInVersion, () => Stores.Predict(Stores.Connector(("TlsCertificateName", Name)), Stores.Server("2010"), A())),
        ["wildcard in 2007"] = (StartTlsFindingCodes.WildcardIn2007, () => Stores.Predict(Stores.Connector(), Stores.Server("2007SP3"), A(("CertificateDomains", "*.contoso.com"), ("Subject", "CN=*.contoso.com")))),
        ["name not of the server"] = (StartTlsFindingCodes.FqdnNotOfServer, () => Stores.Predict(Stores.Connector(("AuthMechanism", "Tls, ExchangeServer")), Stores.Server(), A())),
        ["newer without SMTP"] = (StartTlsFindingCodes.NewerWithoutSmtp, () => Stores.Predict(Stores.Connector(), Stores.Server(), A(), B(("Services", "IIS"), ("NotBefore", "2026-05-01")))),
        ["anonymous not offered"] = (StartTlsFindingCodes.AnonymousTlsNotOffered, () => Stores.Predict(Stores.Connector(("AuthMechanism", "ExchangeServer")), Stores.Server("2016", ("InternalTransportCertificateThumbprint", null)))),
        ["anonymous expired"] = (StartTlsFindingCodes.AnonymousTlsExpired, () => Stores.Predict(Stores.Connector(("AuthMechanism", "ExchangeServer")), Stores.Server("2016", ("InternalTransportCertificateThumbprint", "A")), A(("NotAfter", "2026-05-31")))),
        ["version"] = (StartTlsFindingCodes.VersionNotStated, () => Stores.Predict(Stores.Connector(), Stores.Server(null), A())),
        ["disabled"] = (StartTlsFindingCodes.ConnectorDisabled, () => Stores.Predict(Stores.Connector(("Enabled", false)), Stores.Server(), A())),
        ["self-signed"] = (StartTlsFindingCodes.SelfSignedForPublicName, () => Stores.Predict(Stores.Connector(), Stores.Server(), Own())),
    };

    [Theory]
    [MemberData(nameof(FindingRows))]
    public void Each_finding_comes_with_its_row_and_not_with_a_connector_that_works(string row, string code)
    {
        Finding finding = Assert.Single(FindingTable[row].Predict().Findings, f => f.Code == code);
        Assert.Equal("SRV1\\Internet", finding.Subject);
        Assert.Empty(Stores.Predict(Stores.Connector(), Stores.Server(), A()).Findings);
    }

    [Fact]
    public void A_name_of_the_server_is_not_bought()
    {
        string remedy = Stores.Predict(Stores.Connector(("Fqdn", "srv1.contoso.local")), Stores.Server(), A()).Remedy;
        Assert.StartsWith("Make a certificate with the name srv1.contoso.local: New-ExchangeCertificate", remedy);
    }

    [Fact]
    public void Hostile_names_are_shown_with_their_control_characters_visible()
    {
        StoreCertificate odd = new() { Subject = "CN=a\u001b[31m", Names = ["mail.contoso.com"], Services = ["SMTP"], HasPrivateKey = true, NotAfter = Stores.Today.AddDays(-1) };
        StartTlsPrediction prediction = Stores.Predict(Stores.Connector(), Stores.Server(), odd);
        Assert.Equal(12016, prediction.EventId);
        Assert.DoesNotContain((char)27, prediction.Remedy + string.Join("", prediction.Findings) + string.Join("", prediction.Candidates) + prediction);
    }

    /// <summary>Get-ExchangeCertificate shows HasPrivateKey; a capture of other properties says nothing about the key.</summary>
    [Theory]
    [InlineData(true, StartTlsOutcome.Offered)]
    [InlineData(false, StartTlsOutcome.NotOffered)]
    [InlineData(null, StartTlsOutcome.Unknown)]
    public void A_private_key_that_was_not_captured_is_not_taken_as_there(bool? key, StartTlsOutcome expected)
    {
        CapturedCertificate captured = new()
        {
            Server = Captured.Known("SRV1"),
            Thumbprint = Captured.Known("A"),
            Subject = Captured.Known("CN=mail.contoso.com"),
            Issuer = Captured.Known(Stores.Issuer),
            CertificateDomains = Captured.Known<IReadOnlyList<string>>(["mail.contoso.com"]),
            NotBefore = Captured.Known(Stores.Today.AddDays(-1)),
            NotAfter = Captured.Known(Stores.Today.AddDays(1)),
            Services = Captured.Known<IReadOnlyList<string>>(["SMTP"]),
            HasPrivateKey = key is { } known ? Captured.Known(known) : default,
        };
        ExchangeState state = new()
        {
            Kinds = [StateKind.Certificate], Servers = [], Services = [], Certificates = [captured], ReceiveConnectors = [], SendConnectors = [],
            AcceptedDomains = [], AutodiscoverDirectories = [], OutlookProviders = [], Findings = [],
        };

        StartTlsPrediction prediction = Stores.Predict(Stores.Connector(), Stores.Server(), [.. StartTlsState.Certificates(state)]);

        Assert.Equal(expected, prediction.StartTls);
        Assert.Equal(key is null, prediction.Reason.Contains("private key", StringComparison.Ordinal) && prediction.Reason.Contains("not stated", StringComparison.Ordinal));
    }

    private static StoreCertificate A(params (string, object?)[] members) => Stores.Certificate("A", members);

    private static StoreCertificate B(params (string, object?)[] members) => Stores.Certificate("B", members);

    private static StoreCertificate Own(params (string, object?)[] members) => Stores.Certificate("OWN", [("Issuer", "CN=mail.contoso.com, O=Contoso"), .. members]);

    private static StoreCertificate Self(params (string, object?)[] members) => Stores.Certificate(
        "SELF", [("Subject", "CN=SRV1"), ("Issuer", "CN=SRV1"), ("CertificateDomains", "SRV1, srv1.contoso.local"), ("Services", "SMTP"), .. members]);

    private static List<object?> Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(e => (object?)e.GetString())];
}
