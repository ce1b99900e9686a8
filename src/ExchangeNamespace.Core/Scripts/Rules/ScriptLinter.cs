using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>Judges a script for one version. It is a pure function of the model, the plan and the catalogue.</summary>
internal static class ScriptLinter
{
    /// <summary>All findings, in the order of the script.</summary>
    /// <exception cref="OperationCanceledException">The caller asked to stop.</exception>
    public static IReadOnlyList<ScriptFinding> Check(
        ScriptModel script, ExchangeVersion version, Func<bool> isStopping, NamespacePlan? plan = null, VersionCatalog? catalog = null)
    {
        ScriptTarget target = new(version, catalog ?? VersionCatalog.Default);
        FindingSink sink = new(script, target, plan is null ? null : new PlannedHosts(plan), isStopping);
        FaultRules.Check(sink);
        TypographyRules.Check(sink);
        BacktickRules.Check(sink);
        ShellRules.Check(sink);
        CommandRules.Check(sink);
        return [.. sink.Findings.OrderBy(f => f.Span.Start).ThenBy(f => f.Code, StringComparer.Ordinal)];
    }
}
