using System.Collections.Generic;
using System.Globalization;
using System.IO;
using ExchangeNamespace.Model;
using ExchangeNamespace.Serialization;
using ExchangeNamespace.Verdicts;

namespace ExchangeNamespace.Cmdlets;

/// <summary>A verdict in each form of text.</summary>
internal static class VerdictText
{
    /// <summary>The texts to write; null for objects.</summary>
    public static IReadOnlyList<string>? Of(NamespaceVerdict verdict, VerdictForm form) => form switch
    {
        VerdictForm.Object => null,
        VerdictForm.Nagios => [NagiosLine.Of(verdict)],
        VerdictForm.Prometheus => [.. PrometheusMetrics.Of(verdict)],
        VerdictForm.JUnit => [JUnitDocument.Of(verdict)],
        VerdictForm.Json => [Json(verdict)],
        _ => throw ClosedSet.Outside(form),
    };

    private static string Json(NamespaceVerdict verdict)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        JsonFactory.WriteVerdict(verdict, text);
        return text.ToString().TrimEnd();
    }
}
