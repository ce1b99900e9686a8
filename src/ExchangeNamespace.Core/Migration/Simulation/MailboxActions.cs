using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>What a move of mailboxes does.</summary>
internal sealed class MailboxActions(Moment moment)
{
    private const string Rule = "S30";

    public IEnumerable<Trouble> Run(MailboxMove move)
    {
        HashSet<string> holders = moment.HoldersOf(move.Kind);
        if (move.Kind == MailboxKind.User && move.From.FirstOrDefault(f => !holders.Contains(f)) is { } empty)
        {
            yield return Trouble.Error(SimulationFindingCodes.OutOfOrder, empty,
                $"mailboxes are to leave {empty}, which holds none at that moment.", "Put the step where its change finds what it expects.",
                Rule);
        }

        if (move.To.FirstOrDefault(t => moment.Find(t) is not { Answers: true }) is { } missing)
        {
            yield return Trouble.Error(SimulationFindingCodes.NotPossible, missing,
                $"mailboxes are to move to {missing}, which is not in service at that moment.",
                "Install the server and put it into service first.", Rule);
        }

        if (Early(move) is { } early)
        {
            yield return early;
        }

        if (move.Kind == MailboxKind.System)
        {
            // Which servers held them is not known: after the move it is.
            holders.Clear();
        }
        else if (move.Kind != MailboxKind.Pilot)
        {
            holders.ExceptWith(move.From);
        }

        holders.UnionWith(move.To.Where(t => moment.Find(t) is { IsInstalled: true }));
        if (move.Kind == MailboxKind.User)
        {
            // The test users are users like others from then on.
            moment.HoldersOf(MailboxKind.Pilot).Clear();
        }
    }

    /// <summary>
    /// The migration mailbox goes before users, because batches hang without it on the new version; public folders of 2007 and 2010 go
    /// after them, because users of the old version do not reach those of the new one (Use batch migration to migrate public folders).
    /// </summary>
    private Trouble? Early(MailboxMove move)
    {
        ExchangeProduct newest = move.To.Select(moment.Find).OfType<SimulatedServer>().Select(s => s.Product).DefaultIfEmpty().Max();
        SimulatedServer[] from = [.. move.From.Select(moment.Find).OfType<SimulatedServer>().Where(s => s.Product < newest)];
        return move.Kind == MailboxKind.User && from.FirstOrDefault(s => s.Product != ExchangeProduct.Exchange2007
                && moment.HoldersOf(MailboxKind.System).Contains(s.Name)) is { } system
            ? Trouble.Error(SimulationFindingCodes.NotPossible, system.Name,
                $"users move from {system.Name} while the mailboxes of the system may still be on it: batches do not run.",
                "Move arbitration and migration mailboxes first.", Rule)
            : move.Kind == MailboxKind.PublicFolder && from.FirstOrDefault(s => s.Product <= ExchangeProduct.Exchange2010
                && moment.HoldersOf(MailboxKind.User).Contains(s.Name)) is { } user
            ? Trouble.Error(SimulationFindingCodes.NotPossible, user.Name,
                $"public folders leave {user.Name} while users are on it: they lose the folders at that moment.",
                "Move public folders after every user.", Rule)
            : null;
    }
}
