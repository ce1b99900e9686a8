using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Design;

/// <summary>
/// Infers the design that describes a captured organisation. It is planned and compared with the state at once: what the planner refuses
/// is taken back, and what the plan would change and no finding has told yet is told.
/// </summary>
internal static class StateDesigner
{
    /// <summary>Infers the design.</summary>
    /// <param name="state">The captured state.</param>
    /// <param name="today">The day for which the certificate rules of its plan are judged.</param>
    /// <param name="models">
    /// How the public zones are served inside, as DNS servers of both views showed; null where none were asked.
    /// </param>
    public static NamespaceDesign Infer(ExchangeState state, DateTime today,
        IReadOnlyList<(Fqdn Zone, DnsModel? Model)>? models = null)
    {
        (NamespaceDesign best, int least) = Infer(state, today, models, legacy: null);
        bool isPlain = true;

        // Hosts of 2007 can be a legacy name or those of their sites: the reading whose plan changes least is the right one.
        foreach (LegacyName legacy in LegacyDesign.Find(state))
        {
            (NamespaceDesign withLegacy, int remaining) = Infer(state, today, models, legacy);
            if (remaining < least || (isPlain && legacy.IsBeside && remaining == least))
            {
                (best, least, isPlain) = (withLegacy, remaining, false);
            }
        }

        return best;
    }

    private static (NamespaceDesign Design, int Differences) Infer(ExchangeState state, DateTime today,
        IReadOnlyList<(Fqdn Zone, DnsModel? Model)>? models, LegacyName? legacy)
    {
        DesignDraft draft = new(state);
        DomainDesign.Add(draft);
        InsideNames.Decide(draft);
        LegacyDesign.Add(draft, legacy);
        HostDesign.Add(draft);
        ConnectionPointDesign.Add(draft);
        DnsModelDesign.Add(draft, models ?? []);
        DownloadDesign.Add(draft);
        FailbackDesign.Add(draft);
        ClientAccessArrayDesign.Add(draft);
        HybridDesign.Add(draft);
        MailDesign.Add(draft);
        AuthenticationDesign.Add(draft);
        OffloadingDesign.Add(draft);
        ServerDesign.Add(draft);
        CertificateDesign.Add(draft);
        NamespaceRequest? request = Check(draft, today);
        NamespaceDesign design = new()
        {
            Members = [.. draft.Members],
            Findings = [.. draft.Findings.OrderByDescending(f => f.Severity)],
            Request = request,
            Document = draft.ToDocument(),
        };
        return (design, draft.Findings.Where(f => f.Severity != FindingSeverity.Information).Sum(f => 1 + f.Values.Count));
    }

    /// <summary>Plans the design, without the members that the planner refuses.</summary>
    private static NamespaceRequest? Check(DesignDraft draft, DateTime today)
    {
        while (true)
        {
            (NamespaceRequest? request, IReadOnlyList<InputFault> refusals) = DesignReader.Read(draft.ToDocument(), today);
            PlanResult? result = request is null ? null : NamespacePlanner.Plan(request);
            List<InputFault> faults = [.. refusals, .. result?.Faults ?? []];
            InputFault? refused = faults.FirstOrDefault(f => f.Parameter.IndexOfAny(['.', '[']) < 0 && draft.Remove(f.Parameter));
            if (refused is null)
            {
                if (result?.Plan is { } plan)
                {
                    draft.Findings.AddRange(PlanDifferences.Of(plan, draft));
                }

                draft.Findings.AddRange(faults.Select(f => Findings.Warning(DesignFindingCodes.NotCarried, f.Parameter,
                    $"Get-NamespacePlan refuses the design as it is: {f.Message}", "Correct it in the design.", DesignFindingCodes.Rule)));
                return request;
            }

            draft.Findings.Add(Findings.Information(DesignFindingCodes.NotCarried, refused.Parameter,
                $"The design leaves it out: {refused.Message}", "Write it into the design once that is solved.", DesignFindingCodes.Rule));
        }
    }
}
