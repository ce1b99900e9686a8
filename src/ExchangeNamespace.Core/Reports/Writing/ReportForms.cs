using System;
using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Writing;

/// <summary>How a report is written.</summary>
internal enum ReportForm
{
    /// <summary>One HTML file.</summary>
    Html,

    /// <summary>GitHub-flavoured Markdown.</summary>
    Markdown,
}

/// <summary>Reads the form of a report from the name of its file.</summary>
internal static class ReportForms
{
    /// <summary>The form by the end of a name; null beside a fault.</summary>
    /// <param name="file">The file.</param>
    /// <param name="given">The path as it was given.</param>
    /// <param name="faults">Takes a name that ends otherwise.</param>
    public static ReportForm? Of(string file, string given, ICollection<InputFault> faults)
    {
        if (file.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
        {
            return ReportForm.Html;
        }

        if (file.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
        {
            return ReportForm.Markdown;
        }

        faults.Add(new InputFault(FaultIds.ReportFormUnknown, "Path", given,
            $"'{PathText.Of(given)}' does not say which form is wanted. Give a name that ends in .html or .md."));
        return null;
    }

    /// <summary>Why a file for the substitutes is refused.</summary>
    /// <param name="redact">Whether there are substitutes.</param>
    /// <param name="file">The file of the report.</param>
    /// <param name="mapFile">The file of the substitutes; null for none.</param>
    public static IEnumerable<InputFault> Refused(bool redact, string file, string? mapFile)
    {
        if (mapFile is not null && !redact)
        {
            yield return new InputFault(FaultIds.InputContradiction, "RedactionMapPath", mapFile,
                "-RedactionMapPath keeps the substitutes of -Redact, and the report has none. Give -Redact too, or leave it out.");
        }
        else if (string.Equals(mapFile, file, StringComparison.OrdinalIgnoreCase))
        {
            yield return new InputFault(FaultIds.InputContradiction, "RedactionMapPath", mapFile,
                "-RedactionMapPath names the file of the report. Give another one, and keep it to yourself.");
        }
    }
}
