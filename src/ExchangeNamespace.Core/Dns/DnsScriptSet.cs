using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Dns;

/// <summary>The scripts of the chosen views of a plan. Each view is served by DNS servers of its own.</summary>
internal sealed class DnsScriptSet
{
    private readonly IReadOnlyList<DnsScript> _scripts;

    private DnsScriptSet(IReadOnlyList<DnsScript> scripts) => _scripts = scripts;

    /// <summary>Whether the lines are for several DNS servers, so that one stream of them would be run on the wrong one.</summary>
    public bool IsForSeveralServers => _scripts.Count > 1 && _scripts[0].Format != DnsScriptFormat.Bind;

    public IEnumerable<Finding> Findings => _scripts.SelectMany(s => s.Findings);

    public IEnumerable<ZoneRecord> Records => _scripts.SelectMany(s => s.Zones).SelectMany(z => z.Records);

    /// <summary>The lines of the MTA-STS policy file, which is the same for every view and domain.</summary>
    public IEnumerable<string> PolicyLines => _scripts.Select(s => s.PolicyLines).FirstOrDefault() ?? [];

    public IEnumerable<string> Lines => _scripts.SelectMany(s => s.Parts).SelectMany(p => p.Lines);

    /// <summary>A file for each part. Its name says the view where there are two, and the zone where a view has several files.</summary>
    public IEnumerable<DnsScriptFile> Files => _scripts.SelectMany(s => s.Parts.Select(p => new DnsScriptFile(s, p,
    [
        .. _scripts.Count > 1 ? [s.View.ToString()] : Array.Empty<string>(),
        .. p.Zone is { } zone && s.Parts.Count > 1 ? [zone] : Array.Empty<string>(),
    ])));

    /// <summary>Makes the scripts.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="views">The views, each once or more.</param>
    /// <param name="read">What was said beside the plan, for a view.</param>
    /// <param name="address">The addresses of hosts as they were given; null where none were. They state what one view answers.</param>
    /// <param name="faults">Takes what was refused.</param>
    public static DnsScriptSet Build(
        NamespacePlan plan, IEnumerable<DnsView> views, Func<DnsView, DnsScriptInput> read, object? address, List<InputFault> faults)
    {
        DnsView[] chosen = [.. views.Distinct()];
        if (chosen.Length > 1 && address is not null)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "Address", address,
                "-Address states what one view answers, and two views are written. Choose the view with -View External or -View "
                    + "Internal."));
        }

        if (!chosen.Contains(DnsView.External) && read(chosen[0]).Mail is { } mail)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, mail.GivenAs, null,
                $"-{mail.GivenAs} is about records that other organisations look for, and the outside view is not written. Choose -View "
                    + "External."));
        }

        List<DnsScript> scripts = [];
        foreach (DnsView view in chosen)
        {
            // What is wrong with the input is wrong for each view, and is reported once.
            if (faults.Count == 0 && DnsScript.Build(plan, read(view), faults) is { } script)
            {
                scripts.Add(script);
            }
        }

        return new DnsScriptSet(scripts);
    }
}
