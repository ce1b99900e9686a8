using System.Collections;
using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Binding;

/// <summary>Reads the results of commands that check.</summary>
internal static class ReportResultInput
{
    /// <summary>The results, beside a fault for each other object.</summary>
    public static IReadOnlyList<ICheckResult> Read(object?[]? input, string parameter, ICollection<InputFault> faults)
    {
        List<ICheckResult> results = [];
        foreach (object? item in input ?? [])
        {
            Read(item, parameter, results, faults);
        }

        return results;
    }

    private static void Read(object? item, string parameter, List<ICheckResult> results, ICollection<InputFault> faults)
    {
        switch (Bare.Of(item))
        {
            case ICheckResult result:
                results.Add(result);
                break;
            case IEnumerable list and not string:
                foreach (object? one in list)
                {
                    Read(one, parameter, results, faults);
                }

                break;
            case var other:
                faults.Add(new InputFault(FaultIds.ReportResultNotRecognised, parameter, item,
                    $"{other?.GetType().Name ?? "Nothing"} is no result of a check. Give what Test-Namespace, another Test- command or "
                        + "Compare-NamespacePlan -State wrote, without -Quiet and with no Select-Object or file between."));
                break;
        }
    }
}
