using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Mail.Connectors;

/// <summary>
/// The receive connector of each server for the Internet (S45): anonymous, with TLS, without relaying. Where it listens beside the
/// Default connector, its remote ranges are narrower, and the narrower range takes a connection. The Default connector keeps its name
/// (S44).
/// </summary>
internal static class ReceiveConnectorLines
{
    private const string EveryIPv4 = "0.0.0.0-255.255.255.255";
    private const string EveryIPv6 = "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";
    private const string Reason =
        "Other mail servers greet the public name here; mail between servers stays on the Default connector (S44, S45).";
    private const string DefaultReason = "A connector that authenticates Exchange servers is blank or has the name of its server (S44).";

    public static IEnumerable<ExchangeCommand> Make(NamespacePlan plan, MailFlowOptions options, List<Finding> findings)
    {
        List<string> open = [];
        foreach (PlannedServer server in options.Servers)
        {
            ConnectorDialect dialect = ConnectorDialect.Of(server.Version);
            IReadOnlyList<string> own = options.BindingsOf(server);
            if (own.Count > 0)
            {
                findings.Add(MailFlowFindings.BindingMustBeFree(server.Name, own));
            }
            else if (options.RemoteRanges is null)
            {
                open.Add(server.Name);
            }

            yield return Command("New-ReceiveConnector", server, Reason, Parameters(plan, options, server, dialect), options);
            foreach (ExchangeCommand command in Defaults(options, server, dialect))
            {
                yield return command;
            }
        }

        if (open.Count > 0)
        {
            findings.Add(MailFlowFindings.AllPublicRanges(open));
        }

        if (options.Mail.HygieneHosts.Count > 0 && options.RemoteRanges is null)
        {
            findings.Add(MailFlowFindings.HygieneRangesUnknown(options.MailHost));
        }
    }

    private static IEnumerable<CommandParameter> Parameters(NamespacePlan plan, MailFlowOptions options, PlannedServer server,
        ConnectorDialect dialect)
    {
        (IReadOnlyList<string> bindings, IReadOnlyList<string> ranges) = Reach(plan, options, server, dialect);
        yield return new("Name", CommandValue.Text(options.ReceiveName, LiteralForm.DoubleQuoted));
        yield return new("Server", CommandValue.Text(server.Name, LiteralForm.Bare));
        switch (dialect.ReceiveUsage)
        {
            case ConnectorUsage.UsageParameter:
                yield return new("Usage", CommandValue.Text("Internet", LiteralForm.Bare));
                break;
            case ConnectorUsage.CustomSwitch:
                yield return new("Custom", CommandValue.Switch);
                break;
            case ConnectorUsage.InternetSwitch:
                yield return new("Internet", CommandValue.Switch);
                break;
            default:
                throw ClosedSet.Outside(dialect.ReceiveUsage);
        }

        if (dialect.TransportRole is { } role)
        {
            yield return new("TransportRole", CommandValue.Text(role, LiteralForm.Bare));
        }

        if (dialect.ReceiveUsage != ConnectorUsage.UsageParameter)
        {
            yield return new("PermissionGroups", CommandValue.Text("AnonymousUsers", LiteralForm.Bare));
            yield return new("AuthMechanism", CommandValue.Text("Tls", LiteralForm.Bare));
        }

        yield return new("Fqdn", CommandValue.Text(options.MailHost.Value, LiteralForm.Bare));
        yield return new("Bindings", CommandValue.List(bindings, LiteralForm.DoubleQuoted));
        yield return new("RemoteIPRanges", CommandValue.List(ranges, LiteralForm.DoubleQuoted));
        if (options.TlsCertificateName is { } certificate && dialect.HasTlsCertificateName)
        {
            yield return new("TlsCertificateName", CommandValue.Text(certificate, LiteralForm.DoubleQuoted));
        }
    }

    /// <summary>Where the connector listens, and to whom.</summary>
    private static (IReadOnlyList<string> Bindings, IReadOnlyList<string> Ranges) Reach(NamespacePlan plan, MailFlowOptions options,
        PlannedServer server, ConnectorDialect dialect)
    {
        IReadOnlyList<string> own = options.BindingsOf(server);
        IReadOnlyList<AddressRange> ranges = options.RemoteRanges
            ?? (own.Count > 0 ? []
                : [.. InternetRanges.Without(dialect.ListensOnIPv6 && options.Mail.Addresses.Any(a => a.IndexOf(':') >= 0),
                    plan.Servers.SelectMany(s => s.Addresses))]);
        return (
            own.Count > 0 ? own : [.. Any(ranges)],
            ranges.Count > 0 ? [.. ranges.Select(r => r.ToString())]
                : [.. own.Select(b => b[0] == '[' ? EveryIPv6 : EveryIPv4).Distinct()]);
    }

    private static IEnumerable<string> Any(IReadOnlyList<AddressRange> ranges)
    {
        if (ranges.Any(r => !r.IsIPv6))
        {
            yield return new ConnectorBinding(ConnectorBinding.AnyIPv4, ConnectorBinding.SmtpPort).ToString();
        }

        if (ranges.Any(r => r.IsIPv6))
        {
            yield return new ConnectorBinding(ConnectorBinding.AnyIPv6, ConnectorBinding.SmtpPort).ToString();
        }
    }

    private static IEnumerable<ExchangeCommand> Defaults(MailFlowOptions options, PlannedServer server, ConnectorDialect dialect)
    {
        if (options.DefaultConnectorFqdn is not { } fqdn)
        {
            yield break;
        }

        foreach (string name in dialect.DefaultConnectors)
        {
            yield return Command("Set-ReceiveConnector", server, DefaultReason,
                [
                    new("Identity", CommandValue.Text($"{server.Name}\\{name}{server.Name}", LiteralForm.DoubleQuoted)),
                    new("Fqdn", fqdn.Length == 0 ? CommandValue.Null : CommandValue.Text(fqdn, LiteralForm.Bare)),
                ],
                options);
        }
    }

    private static ExchangeCommand Command(string name, PlannedServer server, string reason, IEnumerable<CommandParameter> parameters,
        MailFlowOptions options) =>
        new(name, [.. parameters,
            .. options.Rehearse ? [new CommandParameter("WhatIf", CommandValue.Switch)] : System.Array.Empty<CommandParameter>()])
        {
            Phase = CommandPhase.Connector,
            Target = server.Name,
            Version = server.Version,
            Reason = reason,
        };
}
