using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>When something was judged.</summary>
/// <param name="Step">The step; null without one.</param>
/// <param name="Words">In words, for example <c>after action 2 of step 7</c>.</param>
/// <param name="Elapsed">The time since the first step.</param>
/// <param name="IsBefore">Whether it is before the first step.</param>
internal sealed record MomentName(MigrationStep? Step, string Words, TimeSpan Elapsed, bool IsBefore = false);

/// <summary>Collects what each kind of client met, and keeps the first of each kind.</summary>
internal sealed class VerdictBook(Func<string, string> siteName)
{
    private readonly Dictionary<(MigrationClient Client, DnsView? View, MailboxGroup? Group), Page> _pages = [];
    private readonly HashSet<(MigrationClient, DnsView?, string?, string, string)> _before = [];

    /// <summary>Takes in what a client met.</summary>
    public void Add(MigrationClient client, DnsView? view, MailboxGroup? group, Judgement judgement, MomentName when)
    {
        Page page = Of(client, view, group);
        if (!judgement.IsKnown)
        {
            page.NotJudged++;
            return;
        }

        page.Judged++;
        if (judgement.Trouble is not { } trouble)
        {
            return;
        }

        var key = (client, view, group?.Site, trouble.Code, trouble.Subject);
        if (when.IsBefore)
        {
            _before.Add(key);
            page.Add(trouble with
            {
                Code = SimulationFindingCodes.SoBefore,
                Severity = FindingSeverity.Warning,
                Remedy = "Mend it before the migration: " + trouble.Remedy,
            }, when);
        }
        else if (!_before.Contains(key))
        {
            page.Add(trouble, when);
        }
    }

    /// <summary>Counts what could not be asked.</summary>
    public void AddUnknown(MigrationClient client, int number) => Of(client, null, null).NotJudged += number;

    public void AddInformation(MigrationClient client, Trouble trouble, MomentName when) => Of(client, null, null).Add(trouble, when);

    public IReadOnlyList<MigrationVerdict> Verdicts() => [
        .. _pages.Where(p => p.Value.Judged > 0 || p.Value.NotJudged > 0)
            .OrderBy(p => p.Key.Client).ThenBy(p => p.Key.View).ThenBy(p => p.Key.Group?.Product)
            .ThenBy(p => p.Key.Group?.Site, StringComparer.Ordinal).ThenBy(p => p.Key.Group?.IsPilot)
            .Select(p => p.Value.Verdict(p.Key.Client, p.Key.View, Mailbox(p.Key.Group)))];

    private string Mailbox(MailboxGroup? group) => group is not { } known ? string.Empty
        : ExchangeVersionReader.ProductText(known.Product) + (known.Site.Length == 0 ? "" : $" ({ShownText.Of(siteName(known.Site))})")
            + (known.IsPilot ? ", pilot" : "");

    private Page Of(MigrationClient client, DnsView? view, MailboxGroup? group)
    {
        if (!_pages.TryGetValue((client, view, group), out Page? page))
        {
            _pages.Add((client, view, group), page = new Page());
        }

        return page;
    }

    private sealed class Page
    {
        private readonly Dictionary<string, (Trouble Trouble, MomentName When)> _firsts = [];

        public int Judged { get; set; }

        public int NotJudged { get; set; }

        public void Add(Trouble trouble, MomentName when)
        {
            if (!_firsts.ContainsKey(trouble.Code))
            {
                _firsts.Add(trouble.Code, (trouble, when));
            }
        }

        public MigrationVerdict Verdict(MigrationClient client, DnsView? view, string mailbox)
        {
            (Trouble Trouble, MomentName When)[] ordered = [.. _firsts.Values.OrderByDescending(f => f.Trouble.Severity)];
            (Trouble Trouble, MomentName When)? worst = ordered.Length > 0 && ordered[0].Trouble.Severity == FindingSeverity.Error
                ? ordered[0] : null;
            string[] start = [$"{client}{(view is null ? "" : ", " + view)}{(mailbox.Length == 0 ? "" : ", mailbox on " + mailbox)}"];
            return new MigrationVerdict
            {
                Client = client,
                View = view,
                Mailbox = mailbox,
                Step = worst?.When.Step?.Number,
                StepId = worst?.When.Step?.Id,
                Moment = worst?.When.Words,
                Elapsed = worst?.When.Elapsed,
                Path = worst is { } shown ? [.. start, .. shown.Trouble.Path, shown.Trouble.Message] : [],
                Judged = Judged,
                NotJudged = NotJudged,
                Findings = [.. ordered.Select(f => f.Trouble.ToFinding(f.When.Words)), .. Left()],
            };
        }

        private IEnumerable<Finding> Left()
        {
            if (NotJudged > 0)
            {
                yield return Findings.Information(SimulationFindingCodes.NotJudged, "Migration",
                    $"{NotJudged.ToString(CultureInfo.InvariantCulture)} questions were not judged, because a setting, a certificate, a "
                        + "server behind a name or a time to live is not known.",
                    "Capture the present settings (Export-StateCaptureScript) and state the addresses of servers and names.", "S35");
            }
        }
    }
}
