using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Verdicts;

/// <summary>One row of the table of checks.</summary>
/// <param name="Check">The check.</param>
/// <param name="Needs">What it needs: any of these sets is enough.</param>
/// <param name="Sentence">What it would need, for the user who did not give it.</param>
internal sealed record CheckDefinition(NamespaceCheck Check, IReadOnlyList<CheckInputs> Needs, string Sentence)
{
    /// <summary>Whether the inputs are enough for it.</summary>
    public bool IsMadeOf(CheckInputs inputs) => Needs.Any(n => (inputs & n) == n);
}

/// <summary>The checks and what each of them needs.</summary>
internal static class CheckTable
{
    private const CheckInputs PlanAndState = CheckInputs.Plan | CheckInputs.State;

    /// <summary>The checks in the order in which they are reported.</summary>
    public static IReadOnlyList<CheckDefinition> Rows { get; } =
    [
        new(NamespaceCheck.Comparison, [PlanAndState], "Give the captured settings too, with -State, and the plan."),
        new(NamespaceCheck.Certificate, [PlanAndState], "Give captured settings with certificates, with -State, and the plan."),
        new(NamespaceCheck.CertificateLifetime, [CheckInputs.State], "Give captured settings with certificates, with -State."),
        new(NamespaceCheck.StartTls, [CheckInputs.State],
            "Give captured settings with receive connectors and certificates, with -State."),
        new(NamespaceCheck.BuildSupport, [CheckInputs.State, CheckInputs.Plan], "Give a plan, or captured settings with -State."),
        new(NamespaceCheck.ClientAccessRoute, [CheckInputs.State, CheckInputs.Plan], "Give a plan, or captured settings with -State."),
        new(NamespaceCheck.AutodiscoverRoute, [CheckInputs.State, CheckInputs.Plan], "Give a plan, or captured settings with -State."),
        new(NamespaceCheck.SplitDns, [CheckInputs.Plan | CheckInputs.Views],
            "Give a plan and the DNS servers of the outside view, with -ExternalServer."),
        new(NamespaceCheck.MailIdentity, [CheckInputs.Plan | CheckInputs.Probe],
            "Give a plan and -Probe, which lets the command contact the mail servers of its domains."),
        new(NamespaceCheck.Endpoint, [CheckInputs.Plan | CheckInputs.Endpoint, CheckInputs.Plan | CheckInputs.Probe],
            "Give a plan and the servers to ask, with -Endpoint, or -Probe for the hosts of the plan."),
        new(NamespaceCheck.LiveAutodiscover, [CheckInputs.Plan | CheckInputs.Probe],
            "Give a plan and -Probe, which lets the command contact the hosts at which clients look for Autodiscover."),
        new(NamespaceCheck.Service, [CheckInputs.Plan | CheckInputs.Probe],
            "Give a plan and -Probe, which lets the command ask the services of its hosts."),
    ];

    /// <summary>The row of a check.</summary>
    public static CheckDefinition Of(NamespaceCheck check) =>
        Rows.FirstOrDefault(r => r.Check == check) ?? throw new ArgumentOutOfRangeException(nameof(check));

    /// <summary>The checks that the inputs are not enough for.</summary>
    public static IEnumerable<CheckNotMade> NotMade(CheckInputs inputs) =>
        Rows.Where(r => !r.IsMadeOf(inputs)).Select(r => new CheckNotMade(r.Check, r.Sentence));

    /// <summary>The checks that the inputs are enough for, and that found nothing to look at.</summary>
    public static IEnumerable<CheckNotMade> Empty(CheckInputs inputs, ICollection<NamespaceCheckResult> results) =>
        Rows.Where(r => r.IsMadeOf(inputs) && results.All(f => f.Check != r.Check)).Select(r => new CheckNotMade(r.Check,
            "Plan and captured settings have nothing that it looks at. Capture the state again with the script of "
                + "Export-StateCaptureScript where that is not so."));
}
