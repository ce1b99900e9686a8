using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Redaction;

/// <summary>Replaces what names an organisation before anything of a report is made of it.</summary>
internal static class ReportRedactor
{
    /// <summary>The same request with substitutes, and the map of these.</summary>
    public static (ReportRequest Request, RedactionMap Map) Redact(ReportRequest request)
    {
        RedactionMap map = new();
        AddressSubstitutes addresses = new(map);
        NameSubstitutes names = new(map, addresses);
        IReadOnlyDictionary<string, System.Func<string, string>> terms = KnownTerms.Of(request, names);
        foreach (string known in terms.Keys.Concat(Names(request.Plan)).Concat(request.Reference is { } before ? Names(before) : []))
        {
            map.Avoid(known);
        }

        TextRedactor text = new(names, addresses, terms);
        PlanRedactor plans = new(names, text);
        return (request with
        {
            Plan = plans.Of(request.Plan),
            Reference = request.Reference is { } reference ? plans.Of(reference) : null,
            State = request.State is { } state ? new StateRedactor(names, text, plans).Of(state) : null,
            Title = request.Title is { } title ? text.Of(title) : null,
            Certificates = [.. request.Certificates.Select(c => c with
            {
                Servers = [.. c.Servers.Select(names.Server)],
                Names = [.. c.Names.Select(text.Value)],
                Parties = [],
                Thumbprint = names.Number(c.Thumbprint),
            })],
            Results = [.. request.Results.Select(r => r with
            {
                Subject = text.Of(r.Subject),
                Message = text.Of(r.Message),
                Remedy = text.Of(r.Remedy),
                Findings = [.. r.Findings.Select(plans.Finding)],
            })],
            IsRedacted = true,
        }, map);
    }

    /// <summary>Names, labels and addresses that no substitute may be.</summary>
    private static IEnumerable<string> Names(NamespacePlan plan) => plan.DnsRecords
        .SelectMany(r => new[] { r.Name.Value, r.Zone?.Value, r.Value })
        .Concat(plan.SmtpDomains.Select(d => d.Value)).Concat(plan.Servers.SelectMany(s => s.Addresses))
        .Concat([plan.ExternalHost.Value, plan.ExternalZone.Value, plan.ADDomain?.Value])
        .OfType<string>()
        .SelectMany(n => n.Split('.').Append(n).Append(n.Substring(0, System.Math.Max(0, n.LastIndexOf('.')))));
}
