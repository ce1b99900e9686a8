using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>Runs the actions of the steps on the organisation.</summary>
internal sealed class ActionInterpreter(Moment moment, NamespaceMigration migration)
{
    private readonly LineInterpreter _lines = new(moment);
    private readonly NameActions _names = new(moment);
    private readonly ServerActions _servers = new(moment, migration);
    private readonly MailboxActions _mailboxes = new(moment);
    private readonly CertificateActions _certificates = new(moment);

    /// <summary>The cmdlets that are not simulated, with the first step of each.</summary>
    public Dictionary<string, int> NotSimulated { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Runs one action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="step">The step that it belongs to.</param>
    /// <param name="next">For maintenance: the stage that ends it.</param>
    /// <returns>What is wrong with doing it now.</returns>
    public IReadOnlyList<Trouble> Run(MigrationAction action, MigrationStep step, ServerStage? next)
    {
        EndWindows(action);
        switch (action)
        {
            case ExchangeLine line:
                if (line.Command.IsByHand)
                {
                    return [];
                }

                Trouble? wrong = _lines.Run(line.Command, out bool isKnown);
                if (!isKnown && !NotSimulated.ContainsKey(line.Command.Name))
                {
                    NotSimulated.Add(line.Command.Name, step.Number);
                }

                return wrong is null ? [] : [wrong];
            case DnsChange change:
                return _names.Run(change, step.Number) is { } dns ? [dns] : [];
            case PoolChange change:
                return _names.Run(change) is { } pool ? [pool] : [];
            case CertificateChange change:
                return [.. _certificates.Run(change)];
            case ServerChange change:
                return [.. _servers.Run(change, step.Hop, next)];
            case MailboxMove move:
                return [.. _mailboxes.Run(move)];
            case ConsoleLine or ManualWork:
                return [];
            default:
                throw new InvalidOperationException($"{action.GetType().Name} is no action that the simulator knows.");
        }
    }

    /// <summary>Time has passed: what setup left is no longer just installed.</summary>
    public bool EndAllWindows()
    {
        bool any = false;
        foreach (SimulatedServer server in moment.Servers.Values.Where(s => s.IsFresh || s.IsGuarded))
        {
            server.IsFresh = false;
            server.IsGuarded = false;
            any = true;
        }

        return any;
    }

    /// <summary>
    /// Setup publishes a service connection point and URLs with the server's own name. The first is guarded until anything else is done;
    /// the URLs are met for a short time while nothing but the preparation of new servers is done.
    /// </summary>
    private void EndWindows(MigrationAction action)
    {
        if (action is ConsoleLine or ManualWork)
        {
            return;
        }

        string[] prepared = action switch
        {
            ExchangeLine line => [HostText.FirstLabel(TargetOf(line))],
            CertificateChange { Stage: CertificateStage.Enable } change => [.. change.Machines],
            _ => [],
        };
        bool isPreparation = prepared.Length > 0 && prepared.All(p => moment.Find(p) is { IsFresh: true });
        bool isPoint = action is ExchangeLine { Command.Name: { } name }
            && name.StartsWith("Set-ClientAccessServ", StringComparison.OrdinalIgnoreCase);
        foreach (SimulatedServer server in moment.Servers.Values)
        {
            server.IsFresh &= isPreparation;
            server.IsGuarded &= isPreparation && isPoint;
        }
    }

    private static string TargetOf(ExchangeLine line)
    {
        string identity = line.Command.Parameters.FirstOrDefault(
            p => string.Equals(p.Name, "Identity", StringComparison.OrdinalIgnoreCase))?.Value.Texts is [{ } text, ..] ? text
            : line.Command.Target;
        int slash = identity.IndexOf('\\');
        return slash < 0 ? identity : identity.Substring(0, slash);
    }
}
