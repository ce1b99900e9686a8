using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Dns;

/// <summary>
/// The records of one view as text. Zone text comes in one part per zone, because a zone file holds one zone; lines come in one part.
/// </summary>
public sealed class DnsScript
{
    private readonly NamespacePlan _plan;
    private readonly DnsScriptOptions _options;

    private DnsScript(NamespacePlan plan, DnsScriptOptions options, IReadOnlyList<ZoneRecords> zones, IReadOnlyList<Finding> findings)
    {
        _plan = plan;
        _options = options;
        Zones = Indexable.Of(zones);
        Findings = Indexable.Of(findings);
    }

    /// <summary>The view.</summary>
    public DnsView View => _options.View;

    /// <summary>The language.</summary>
    public DnsScriptFormat Format => _options.Format;

    /// <summary>The lines of the MTA-STS policy file; empty where none was asked for.</summary>
    public IReadOnlyList<string> PolicyLines => _options.Mail?.Policy?.Lines ?? [];

    /// <summary>The zones with their records.</summary>
    public IReadOnlyList<ZoneRecords> Zones { get; }

    /// <summary>What the script has to say.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The parts that belong into a file each.</summary>
    public IReadOnlyList<DnsScriptPart> Parts => _options.Format == DnsScriptFormat.Bind
        ? [.. Zones.Select(z => new DnsScriptPart(z.Name, Lines([z])))]
        : [new DnsScriptPart(null, Lines(Zones))];

    /// <summary>What ends a line of a file: zone text is read on any system, the others on Windows.</summary>
    public string NewLine => _options.Format == DnsScriptFormat.Bind ? "\n" : ScriptText.NewLine;

    /// <summary>Makes the script of one view of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="input">What was said beside it.</param>
    /// <param name="faults">Takes what was refused.</param>
    /// <returns>The script; null when something was refused.</returns>
    public static DnsScript? Build(NamespacePlan plan, DnsScriptInput input, List<InputFault> faults)
    {
        if (DnsScriptReader.Read(plan, input, faults) is not { } options)
        {
            return null;
        }

        List<Finding> findings = [];
        IReadOnlyList<ZoneRecords> zones = RecordSetBuilder.Build(plan, options, findings);
        if (options.CutOverStep is not null)
        {
            findings.AddRange(CutOverFindings.Of(plan, options, zones));
        }
        else if (options.TimeToLive is { } time)
        {
            findings.Add(Judge(plan, time));
        }

        return new DnsScript(plan, options, zones, findings);
    }

    private static Finding Judge(NamespacePlan plan, TimeSpan time)
    {
        string seconds = time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        return time <= CutOverStepReader.Low
            ? Diagnostics.Findings.Information(DnsFindingCodes.TimeToLiveShort, plan.ExternalHost.Value,
                $"The records are kept for {seconds} seconds only, which is right before and during a cut-over: every client asks again "
                    + "that often.",
                "Raise the time to live when every client is right.", "S2")
            : Diagnostics.Findings.Information(DnsFindingCodes.TimeToLiveLong, plan.ExternalHost.Value,
                $"The records are kept for {seconds} seconds: after a change, clients go to the old address for that long.",
                "Before a cut-over give the records that move -TimeToLive 00:05:00, and wait until the old time has passed.", "S2");
    }

    private IEnumerable<string> Lines(IEnumerable<ZoneRecords> zones)
    {
        foreach (string line in _options.CutOverStep is null ? Header() : CutOverLines.Header(_plan, _options))
        {
            yield return _options.Format switch
            {
                DnsScriptFormat.Bind => ZoneLiteral.Comment(line),
                DnsScriptFormat.Dnscmd => CmdComment.Line(line),
                DnsScriptFormat.DnsServer => ScriptComment.Line(line),
                _ => throw ClosedSet.Outside(_options.Format),
            };
        }

        foreach (string line in zones.SelectMany(LinesOf))
        {
            yield return line;
        }
    }

    private IEnumerable<string> LinesOf(ZoneRecords zone) =>
        _options.CutOverStep is not null ? CutOverLines.Lines(zone, _options) : Records(zone);

    private IEnumerable<string> Records(ZoneRecords zone) => _options.Format switch
    {
        DnsScriptFormat.Bind => ZoneText.Lines(zone, _options),
        DnsScriptFormat.Dnscmd => DnscmdLines.Lines(zone, _options),
        DnsScriptFormat.DnsServer => DnsServerLines.Lines(zone, _options),
        _ => throw ClosedSet.Outside(_options.Format),
    };

    private IEnumerable<string> Header()
    {
        yield return $"Namespace {_plan.ExternalHost}: records of the {_options.View} view.";
        yield return _options.Format == DnsScriptFormat.Bind
            ? "Only what the plan needs: what else the zone holds belongs into the same file."
            : "The lines add records and replace none: look first for records of the same name.";
        yield return _options.TimeToLive is { } time && time <= CutOverStepReader.Low
            ? "Cut-over: answers are kept for a short time; raise it again when every client is right."
            : "Cut-over: give the present records a time to live of 300 seconds, wait until their old one has passed, then change them.";
    }
}

/// <summary>One part of a script.</summary>
/// <param name="Zone">The zone that it is for; null for all zones.</param>
/// <param name="Lines">Its lines without line ends, made as they are read.</param>
public sealed record DnsScriptPart(string? Zone, IEnumerable<string> Lines);
