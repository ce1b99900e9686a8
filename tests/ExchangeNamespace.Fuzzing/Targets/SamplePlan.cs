using System;
using System.Collections.Generic;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Requests;
using ExchangeNamespace.Serialization;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>Plans from the text of a design file, as <c>Get-NamespacePlan -Path</c> makes them.</summary>
internal static class SamplePlan
{
    private static readonly DateTime Today = new(2026, 6, 1);

    /// <summary>The plan that captures are held against.</summary>
    public static NamespacePlan Two { get; } = Of(
        """
        { "schemaVersion": 1, "exchangeVersion": "2019", "externalHost": "mail.contoso.com", "adDomain": "contoso.com",
          "mailHost": "smtp.contoso.com", "server": [ { "name": "EX01" }, { "name": "EX02" } ] }
        """)!;

    /// <summary>The plan of a design; null where it was refused.</summary>
    public static NamespacePlan? Of(string design)
    {
        (IReadOnlyDictionary<string, object?>? members, IReadOnlyList<InputFault> faults) =
            JsonFactory.ReadDesign(design, RequestReader.DesignSchemaVersion);
        Must.Hold(members is null == (faults.Count > 0), "A design is read or refused.");
        Show(faults);
        return members is null ? null : Plan(members);
    }

    /// <summary>Holds that each fault can be shown.</summary>
    public static void Show(IEnumerable<InputFault> faults)
    {
        foreach (InputFault fault in faults)
        {
            Must.BeShown(fault.Message);
        }
    }

    private static NamespacePlan? Plan(IReadOnlyDictionary<string, object?> members)
    {
        RequestInput input = new();
        foreach (ServerReading reading in input.AddDesign(members))
        {
            Show(reading.Faults);
        }

        (NamespaceRequest? request, FaultList refused) = input.Parts.Read(Today);
        Show(refused);
        if (request is null)
        {
            return null;
        }

        PlanResult result = NamespacePlanner.Plan(request);
        Must.Hold(result.Plan is not null || result.Faults.Count > 0, "A plan is made or refused.");
        Show(result.Faults);
        return result.Plan;
    }
}
