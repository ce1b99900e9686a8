using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Connectors;

/// <summary>
/// Reads what was said about a mail-flow script. A contradiction is a fault, and so is whatever would break mail between servers.
/// </summary>
internal static class MailFlowReader
{
    private const string AllDomains = "*";
    private const string IssuerMark = "<I>";
    private const string SubjectMark = "<S>";

    public static MailFlowOptions? Read(NamespacePlan plan, MailFlowInput input, List<InputFault> faults)
    {
        if (plan.MailHost is not { } host || plan.Mail is not { } mail)
        {
            faults.Add(new InputFault(FaultIds.MailNotPlanned, "Plan", plan.ExternalHost.Value,
                "The plan has no mail host. Give Get-NamespacePlan -MailHost, for example smtp.contoso.com."));
            return null;
        }

        int before = faults.Count;
        IReadOnlyList<PlannedServer> servers = [
            .. plan.Servers.Where(s => input.Selection.Includes(s) && (s.InternetFacing || input.Selection.Servers is not null))];
        MailFlowOptions options = new()
        {
            MailHost = host,
            Mail = mail,
            Servers = servers,
            Rehearse = input.Selection.Rehearse,
            Bindings = ReadBindings(plan, servers, input.Bindings, faults),
            RemoteRanges = ReadRanges(mail, input.RemoteRanges, faults),
            ReceiveName = ReadName(plan, input.ConnectorName, host, faults),
            SendName = ReadName(plan, input.ConnectorName, mail.SendingHost, faults),
            AddressSpace = ReadAddressSpace(input.AddressSpace, faults),
            DefaultConnectorFqdn = ReadDefaultFqdn(plan, servers, input.DefaultConnectorFqdn, faults),
            TlsCertificateName = ReadCertificateName(input.TlsCertificateName, faults),
        };
        RefuseCapture(plan, options, faults);
        faults.AddRange((input.State?.SendConnectors ?? []).Where(c => !PowerShellLiteral.CanQuote(c.Identity)).Select(RefuseName));
        return faults.Count > before ? null : options;
    }

    private static InputFault RefuseName(CapturedSendConnector connector) => new(
        FaultIds.TextHasControlCharacter, "State", connector.Identity,
        $"'{VisibleText.Short(connector.Identity)}' contains a line break or control character, which no connector of Exchange has in its "
            + "name. Capture the send connectors again.");

    private static Dictionary<string, IReadOnlyList<string>> ReadBindings(NamespacePlan plan, IReadOnlyList<PlannedServer> servers,
        object? given, List<InputFault> faults)
    {
        const string Name = "Binding";
        Dictionary<string, IReadOnlyList<string>> read = new(StringComparer.OrdinalIgnoreCase);
        switch (given)
        {
            case null:
                break;
            case IReadOnlyDictionary<string, object?> map:
                foreach (KeyValuePair<string, object?> entry in map)
                {
                    string parameter = $"{Name}[{VisibleText.Short(entry.Key)}]";
                    if (plan.Servers.FirstOrDefault(
                        s => string.Equals(s.Name, entry.Key, StringComparison.OrdinalIgnoreCase)) is not { } server)
                    {
                        faults.Add(new InputFault(FaultIds.ValueNotListed, Name, entry.Key,
                            $"'{VisibleText.Short(entry.Key)}' is not a server of the plan."));
                    }
                    else
                    {
                        read[server.Name] = Texts(entry.Value, parameter, faults);
                    }
                }

                break;
            case var one when servers.Count == 1:
                read[servers[0].Name] = Texts(one, Name, faults);
                break;
            default:
                faults.Add(new InputFault(FaultIds.InputContradiction, Name, given,
                    "An address belongs to one server. Choose it with -Server, or give servers with their addresses: -Binding @{ EX01 = "
                        + "'10.0.0.25' }."));
                break;
        }

        return read;
    }

    private static IReadOnlyList<string> Texts(object? value, string parameter, List<InputFault> faults)
    {
        List<string> bindings = [];
        foreach (object? item in value as IReadOnlyList<object?> ?? [value])
        {
            if (item is not string text || !ConnectorBinding.TryParse(text, out ConnectorBinding? binding))
            {
                faults.Add(new InputFault(FaultIds.BindingInvalid, parameter, item,
                    $"{Shown(item)} is not an address with a port. Give 10.0.0.25, 10.0.0.25:25 or [2001:db8::25]:25."));
            }
            else
            {
                bindings.Add(binding.ToString());
            }
        }

        return bindings;
    }

    private static string Shown(object? item) => item is null ? "(null)"
        : $"'{VisibleText.Short(Convert.ToString(item, CultureInfo.InvariantCulture)!)}'";

    private static IReadOnlyList<AddressRange>? ReadRanges(PlannedMail mail, IReadOnlyList<string?>? given, List<InputFault> faults)
    {
        if (given is null)
        {
            return mail.HygieneRanges.Count == 0 ? null : [.. mail.HygieneRanges.Select(AddressRange.Parse)];
        }

        List<AddressRange> ranges = [];
        foreach (string? text in given)
        {
            if (AddressRange.TryParse(text ?? string.Empty, out AddressRange? range))
            {
                ranges.Add(range);
            }
            else
            {
                faults.Add(new InputFault(FaultIds.AddressInvalid, "RemoteIPRange", text, AddressRange.Refusal(text)));
            }
        }

        return ranges;
    }

    private static string ReadName(NamespacePlan plan, string? given, Fqdn host, List<InputFault> faults)
    {
        if (given is null)
        {
            return MadeName(host);
        }

        bool isDefault = plan.Servers.Any(
            s => ConnectorDialect.Of(s.Version).DefaultConnectors.Any(
                d => string.Equals(d + s.Name, given.Trim(), StringComparison.OrdinalIgnoreCase)));
        string? why = given.Trim().Length == 0 ? "is empty"
            : given.Length > ConnectorDialect.MaximumName ? "has more than 64 characters"
            : given.IndexOf('\\') >= 0 ? "has a backslash, which separates the server from the name"
            : TextSyntax.BreaksLine(given) ? "has a line break or control character"
            : isDefault ? "is a connector of setup, which stays as it is (S44)"
            : null;
        if (why is not null && !faults.Any(f => f.Id == FaultIds.ConnectorNameInvalid))
        {
            faults.Add(new InputFault(FaultIds.ConnectorNameInvalid, "ConnectorName", given,
                $"'{VisibleText.Short(given)}' {why}. Give another name for the connectors."));
        }

        return given;
    }

    /// <summary>The host, or as many whole labels of it as a name has room for; of a first label that is too long what fits.</summary>
    private static string MadeName(Fqdn host)
    {
        string made = "Internet " + host.Value;
        if (made.Length <= ConnectorDialect.MaximumName)
        {
            return made;
        }

        int dot = made.LastIndexOf('.', ConnectorDialect.MaximumName);
        return made.Substring(0, dot < 0 ? ConnectorDialect.MaximumName : dot);
    }

    private static string ReadAddressSpace(string? given, List<InputFault> faults)
    {
        const string Wildcard = "*.";
        if (given is null or AllDomains)
        {
            return AllDomains;
        }

        bool below = given.StartsWith(Wildcard, StringComparison.Ordinal);
        if (!Fqdn.TryParse(below ? given.Substring(Wildcard.Length) : given, "AddressSpace", out Fqdn? domain, out InputFault? fault))
        {
            faults.Add(fault with { Value = given });
            return AllDomains;
        }

        return below ? Wildcard + domain.Value : domain.Value;
    }

    /// <summary>S44: a connector that authenticates Exchange servers takes three values and no other.</summary>
    private static string? ReadDefaultFqdn(NamespacePlan plan, IReadOnlyList<PlannedServer> servers, string? given, List<InputFault> faults)
    {
        if (string.IsNullOrEmpty(given))
        {
            return given;
        }

        bool own = servers.Count == 1
            && new[] { servers[0].Name, servers[0].Fqdn?.Value ?? servers[0].Name + "." + plan.ADDomain?.Value }.Contains(given,
                StringComparer.OrdinalIgnoreCase);
        if (!own)
        {
            faults.Add(new InputFault(
                FaultIds.DefaultConnectorFqdnRefused,
                "DefaultConnectorFqdn",
                given,
                servers.Count == 1
                    ? $"'{VisibleText.Short(given!)}' may not be the FQDN of Default {servers[0].Name}: the connector authenticates "
                        + $"Exchange servers, and mail between them breaks unless it is blank, {servers[0].Name} or the full name of the "
                        + "server (S44). The public name belongs on the new Internet connector."
                    : "A name belongs to one server: choose it with -Server. A blank value is right for all (S44)."));
        }

        return given;
    }

    private static string? ReadCertificateName(string? given, List<InputFault> faults)
    {
        if (given is null)
        {
            return null;
        }

        int subject = given.IndexOf(SubjectMark, StringComparison.Ordinal);
        if (!given.StartsWith(IssuerMark, StringComparison.Ordinal) || subject <= IssuerMark.Length
            || subject + SubjectMark.Length == given.Length || TextSyntax.BreaksLine(given))
        {
            faults.Add(new InputFault(FaultIds.ValueNotListed, "TlsCertificateName", given,
                $"'{VisibleText.Short(given)}' does not name a certificate as Exchange does: <I>issuer<S>subject, for example <I>CN=Public "
                    + "CA, C=US<S>CN=smtp.contoso.com."));
        }

        return given;
    }

    /// <summary>A connector that listens where the Default connector does must not take what inside hosts send.</summary>
    private static void RefuseCapture(NamespacePlan plan, MailFlowOptions options, List<InputFault> faults)
    {
        foreach (PlannedServer server in options.Servers)
        {
            string[] shared = [
                .. options.BindingsOf(server)
                    .Where(b => ConnectorBinding.Parse(b) is var binding && (binding.IsAny || server.Addresses.Contains(binding.Address)))];
            if (options.RemoteRanges is null)
            {
                foreach (string binding in shared)
                {
                    faults.Add(new InputFault(FaultIds.InputContradiction, "Binding", binding,
                        $"{server.Name} takes mail of inside hosts on {binding}: the new connector would take it away from Default "
                            + $"{server.Name}. Give an address of its own, or -RemoteIPRange as well (S45)."));
                }
            }
            else if (shared.Length > 0 || options.BindingsOf(server).Count == 0)
            {
                RefuseCapture(plan, server, options.RemoteRanges, faults);
            }
        }
    }

    private static void RefuseCapture(NamespacePlan plan, PlannedServer server, IReadOnlyList<AddressRange> ranges, List<InputFault> faults)
    {
        foreach (AddressRange range in ranges)
        {
            string? captured = plan.Servers.Where(s => s.Addresses.Any(range.Contains)).Select(s => s.Name).FirstOrDefault();
            if (captured is not null || range.CoversFamily)
            {
                faults.Add(new InputFault(FaultIds.InputContradiction, "RemoteIPRange", range.ToString(),
                    $"{range} takes in {captured ?? "every host"}: the new connector would take mail between servers away from Default "
                        + $"{server.Name}. Give only the hosts that deliver from outside, or -Binding with an address of its own (S45)."));
            }
        }
    }
}
