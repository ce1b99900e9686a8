using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Model;
using ExchangeNamespace.Serialization;
using ExchangeNamespace.Verdicts;

namespace ExchangeNamespace.Cmdlets;

/// <summary>A verdict in each form of text.</summary>
internal static class VerdictText
{
    private const string ExitVariable = "global:LASTEXITCODE";

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

    /// <summary>A monitoring plug-in ends with the code of its verdict, which the script hands on.</summary>
    public static void SetExitCode(SessionState session, NamespaceVerdict verdict, VerdictForm form)
    {
        if (form == VerdictForm.Nagios)
        {
            session.PSVariable.Set(ExitVariable, NagiosLine.ExitCode(verdict.Outcome));
        }
    }

    private static string Json(NamespaceVerdict verdict)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        JsonFactory.WriteVerdict(verdict, text);
        return text.ToString().TrimEnd();
    }
}
