using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.MailFlow;

/// <summary>
/// The send connector for the Internet (S46), which belongs to the organisation: the newest shell makes or changes it, because older
/// tools cannot manage what newer ones have written.
/// </summary>
internal static class SendConnectorLines
{
    private const string Reason = "Receivers see this name in EHLO and compare it with the PTR record; without it they see the name of the server (S46, S47).";

    public static IEnumerable<ExchangeCommand> Make(NamespacePlan plan, MailFlowInput input, MailFlowOptions options, List<Finding> findings)
    {
        PlannedServer[] able = [.. plan.Servers.Where(s => (input.Selection with { Generation = null }).Includes(s) && (s.InternetFacing || input.Selection.Servers is not null))];
        if (able.Length == 0)
        {
            yield break;
        }

        ExchangeVersion version = able.Max(s => s.Version)!;
        ShellGeneration shell = ShellGenerations.Of(version);
        if (input.Selection.Generation is { } wanted && wanted != shell)
        {
            yield break;
        }

        findings.Add(MailFlowFindings.SendConnectorCreated(options.AddressSpace, version));
        yield return Command("New-SendConnector", version, [.. Parameters(options, able.Where(s => ShellGenerations.Of(s.Version) == shell), ConnectorDialect.Of(version))], options,
            $"Only if Get-SendConnector shows none for {options.AddressSpace}.");
    }

    private static IEnumerable<CommandParameter> Parameters(MailFlowOptions options, IEnumerable<PlannedServer> servers, ConnectorDialect dialect)
    {
        yield return new("Name", CommandValue.Text(options.SendName, LiteralForm.DoubleQuoted));
        yield return dialect.SendUsage == ConnectorUsage.UsageParameter
            ? new("Usage", CommandValue.Text("Internet", LiteralForm.Bare))
            : new("Internet", CommandValue.Switch);
        yield return new("AddressSpaces", CommandValue.Text(options.AddressSpace, LiteralForm.DoubleQuoted));
        yield return new("SourceTransportServers", CommandValue.List(servers.Select(s => s.Name), LiteralForm.Bare));
        yield return new("Fqdn", CommandValue.Text(options.Mail.SendingHost.Value, LiteralForm.Bare));
        if (options.TlsCertificateName is { } certificate && dialect.HasTlsCertificateName)
        {
            yield return new("TlsCertificateName", CommandValue.Text(certificate, LiteralForm.DoubleQuoted));
        }
    }

    private static ExchangeCommand Command(string name, ExchangeVersion version, IReadOnlyList<CommandParameter> parameters, MailFlowOptions options, string? caution) =>
        new(name, options.Rehearse ? [.. parameters, new CommandParameter("WhatIf", CommandValue.Switch)] : parameters)
        {
            Phase = CommandPhase.Connector,
            Target = string.Empty,
            Version = version,
            Reason = Reason,
            Caution = caution,
        };
}
