using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Comparison;

/// <summary>One setting of the plan beside what was captured, or one check of the captured state.</summary>
public sealed class SettingComparison : ICheckResult
{
    /// <summary>What stands in place of a server where the organisation is meant.</summary>
    internal const string Organization = "(organisation)";

    private const string Cut = "...";

    private const string Separators = "/., ";

    internal SettingComparison()
    {
    }

    /// <summary>A row whose note is the message of its finding, with its own rule where it is not that of the service.</summary>
    internal static SettingComparison Of(string server, string service, string setting, SettingVerdict verdict, string planned,
        string current, Finding? finding, string? rule = null) => new()
    {
        OwnRule = rule,
        Server = server,
        Service = service,
        Setting = setting,
        Verdict = verdict,
        Planned = planned,
        Current = current,
        Note = finding?.Message ?? string.Empty,
        Finding = finding,
    };

    /// <summary>The row of a switch of the organisation that the plan wants on.</summary>
    internal static SettingComparison OfSwitch(string setting, Captured<bool> current) => Of(Organization, "Organization", setting,
        !current.IsCaptured ? SettingVerdict.Unknown : !current.IsKnown ? SettingVerdict.Missing
            : current.Value ? SettingVerdict.Equal : SettingVerdict.Differs,
        bool.TrueString, current.ToString(), null);

    /// <summary>The server, the service and the setting.</summary>
    public string Subject => $"{Server} {Service} {Setting}";

    /// <inheritdoc/>
    public CheckOutcome Outcome => Summary.Outcome;

    /// <inheritdoc/>
    public string Message => Summary.Message;

    /// <inheritdoc/>
    public string Remedy => Summary.Remedy;

    /// <inheritdoc/>
    public string Rule => Summary.Rule;

    /// <summary>The server; for a site or the organisation its name in parentheses.</summary>
    public required string Server { get; init => field = ShownText.Of(value); }

    /// <summary>The service or subject, for example <c>OWA</c>, <c>Certificate</c>, <c>SendConnector</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The setting, for example <c>ExternalUrl</c>.</summary>
    public required string Setting { get; init => field = ShownText.Of(value); }

    /// <summary>How the two stand to each other.</summary>
    public required SettingVerdict Verdict { get; init; }

    /// <summary>What the plan wants; <c>(null)</c> where it clears the value.</summary>
    public required string Planned { get; init => field = ShownText.Of(value); }

    /// <summary>What was captured; <c>(null)</c> and <c>(not captured)</c> are told apart.</summary>
    public required string Current { get; init => field = ShownText.Of(value); }

    /// <summary>What to know about it; empty for nothing.</summary>
    public string Note { get; init => field = ShownText.Of(value); } = string.Empty;

    /// <summary>The finding behind it; null for none.</summary>
    public Finding? Finding { get; init; }

    /// <summary>The planned value for a narrow table: cut at the start that both values have in common.</summary>
    public string PlannedEnd => Planned.Substring(CommonStart).Insert(0, CommonStart > 0 ? Cut : string.Empty);

    /// <summary>The captured value for a narrow table, cut in the same way, with what is short enough of the note.</summary>
    public string CurrentEnd =>
        (CommonStart > 0 ? Cut : string.Empty) + Current.Substring(CommonStart) + (Hint.Length > 0 ? $" ({Hint})" : string.Empty);

    internal string? OwnRule { get; init; }

    internal string Hint { get; init => field = ShownText.Of(value); } = string.Empty;

    /// <summary>The length of the common start, up to the last whole part of a name; 0 where both values are the same.</summary>
    private int CommonStart
    {
        get
        {
            if (Verdict != SettingVerdict.Differs)
            {
                return 0;
            }

            int length = 0;
            int part = 0;
            while (length < Planned.Length && length < Current.Length
                && char.ToUpperInvariant(Planned[length]) == char.ToUpperInvariant(Current[length]))
            {
                length++;
                part = Separators.IndexOf(Planned[length - 1]) >= 0 ? length : part;
            }

            return part > Cut.Length ? part : 0;
        }
    }

    private CheckSummary Summary => field ??=
        SettingSummary.Of(Verdict, OwnRule ?? SettingSummary.RuleOf(Service), Planned, Current, Finding);

    /// <inheritdoc/>
    public override string ToString() => $"{Server} {Service} {Setting}: {Verdict}";
}
