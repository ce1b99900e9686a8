using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Connectors;

/// <summary>The permanent codes of findings about mail-flow scripts. A code is never reused.</summary>
public static class MailFlowFindingCodes
{
    /// <summary>The receive connector takes mail from all public addresses.</summary>
    public const string AllPublicRanges = "EXN240";

    /// <summary>A send connector is created.</summary>
    public const string SendConnectorCreated = "EXN241";

    /// <summary>A captured send connector gets the public name.</summary>
    public const string SendConnectorChanged = "EXN242";

    /// <summary>A captured send connector has the public name already.</summary>
    public const string SendConnectorAsPlanned = "EXN243";

    /// <summary>A binding must be an address of the server that no inside client uses.</summary>
    public const string BindingMustBeFree = "EXN244";

    /// <summary>No certificate of the server covers the name of the connector.</summary>
    public const string CertificateMissing = "EXN245";

    /// <summary>A captured Default connector has a foreign name.</summary>
    public const string DefaultConnectorForeign = "EXN246";

    /// <summary>Sender ID reads the SPF record.</summary>
    public const string SenderId = "EXN247";

    /// <summary>Servers must hold the role that transports mail.</summary>
    public const string TransportRoleNeeded = "EXN248";

    /// <summary>No server of the plan receives mail from the Internet.</summary>
    public const string NoServer = "EXN249";

    /// <summary>The hygiene service is known, its ranges are not.</summary>
    public const string HygieneRangesUnknown = "EXN250";

    /// <summary>A version cannot name the certificate of a connector.</summary>
    public const string CertificateNameNotInVersion = "EXN251";
}

/// <summary>The texts of findings about mail-flow scripts.</summary>
internal static class MailFlowFindings
{
    public static Finding AllPublicRanges(IEnumerable<string> servers) => Findings.Warning(
        MailFlowFindingCodes.AllPublicRanges, NameList.Describe([.. servers]),
        "The receive connector takes mail from all public addresses except those of the servers in the plan: any other inside host that "
            + "has a public address would land on it too.",
        "Give -Binding with an address of its own, or -RemoteIPRange with the hosts that deliver.", "S45");

    public static Finding HygieneRangesUnknown(Fqdn host) => Findings.Warning(
        MailFlowFindingCodes.HygieneRangesUnknown, host.Value,
        "A hygiene service stands in front, but where it delivers from is not stated: any host can pass it by and deliver directly.",
        "Give -RemoteIPRange, or -HygieneIPRange to Get-NamespacePlan.", "S41");

    public static Finding BindingMustBeFree(string server, IEnumerable<string> bindings) => Findings.Warning(
        MailFlowFindingCodes.BindingMustBeFree, server,
        $"{string.Join(", ", bindings)} must be an address of a network adapter of the server that no inside host sends to; with an "
            + "address that the server does not have the transport service may not start.",
        "Check the adapter before the line is run.", "S45");

    public static Finding SendConnectorCreated(string addressSpace, ExchangeVersion version) => Findings.Warning(
        MailFlowFindingCodes.SendConnectorCreated, addressSpace,
        $"Run the New-SendConnector line only if Get-SendConnector shows none for {addressSpace}: a second one would share the mail with "
            + $"the first (Exchange {version}).",
        "Capture the state and give -State, so that the connector that exists is changed.", "S46");

    public static Finding SendConnectorChanged(string connector, Captured<string> before) => Findings.Information(
        MailFlowFindingCodes.SendConnectorChanged, VisibleText.Short(connector),
        before.IsCaptured ? $"The name in EHLO was {VisibleText.Short(before.Value ?? "the full name of the server")}."
            : "The name in EHLO was not captured, so there is no line that puts it back.", string.Empty, "S46");

    public static Finding SendConnectorAsPlanned(string connector, Fqdn host) => Findings.Information(
        MailFlowFindingCodes.SendConnectorAsPlanned, VisibleText.Short(connector), $"It says {host} in EHLO already: no line is needed.",
        string.Empty, "S46");

    public static Finding CertificateMissing(string server, Fqdn host) => Findings.Warning(
        MailFlowFindingCodes.CertificateMissing, server,
        $"No certificate of the plan for this server covers {host}: the connector will not offer STARTTLS (event 12014).",
        $"Plan a certificate with {host} for the server, and enable it for SMTP.", "S49");

    public static Finding DefaultConnectorForeign(string connector, string fqdn) => Findings.Error(
        MailFlowFindingCodes.DefaultConnectorForeign, connector,
        $"It says {fqdn}, although it authenticates Exchange servers: mail between servers breaks.",
        "Set it back with -DefaultConnectorFqdn and the full name of the server.", "S44");

    public static Finding SenderId(IEnumerable<string> servers) => Findings.Information(
        MailFlowFindingCodes.SenderId, NameList.Describe([.. servers]),
        "Sender ID of Exchange 2007 is on wherever the anti-spam agents run, and it reads the SPF record of the sender: a wrong record of "
            + "your own is seen by other such servers too.", string.Empty, "S52");

    public static Finding TransportRoleNeeded(IEnumerable<string> servers) => Findings.Information(
        MailFlowFindingCodes.TransportRoleNeeded, NameList.Describe([.. servers]),
        "The lines work only on servers that transport mail: Hub Transport in 2007 and 2010, Client Access to receive and Mailbox to send "
            + "in 2013.", "Choose them with -Server.", "S45");

    public static Finding NoServer(NamespacePlan plan) => Findings.Warning(
        MailFlowFindingCodes.NoServer, plan.ExternalHost.Value, "No chosen server of the plan is Internet-facing: nothing is written.",
        "Choose servers with -Server.", "S45");

    public static Finding CertificateNameNotInVersion(ExchangeVersion version) => Findings.Warning(
        MailFlowFindingCodes.CertificateNameNotInVersion, version.ToString(),
        "This version cannot name the certificate of a connector: it takes the one that carries the name of the connector.",
        "Leave -TlsCertificateName out.", "S49");
}
