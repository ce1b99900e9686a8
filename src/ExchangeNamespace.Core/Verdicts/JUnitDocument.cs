using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Verdicts;

/// <summary>A verdict as a JUnit report: a suite for each check, a test case for each subject.</summary>
internal static class JUnitDocument
{
    private const string Root = "ExchangeNamespace";

    /// <summary>The document.</summary>
    public static string Of(NamespaceVerdict verdict)
    {
        using Utf8Text text = new();
        using (XmlWriter xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", Root);
            Counts(xml, verdict.Results, verdict.NotChecked.Count);
            foreach (CheckDefinition row in CheckTable.Rows)
            {
                Suite(xml, verdict, row.Check);
            }

            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Suite(XmlWriter xml, NamespaceVerdict verdict, NamespaceCheck check)
    {
        NamespaceCheckResult[] results = [.. verdict.Results.Where(r => r.Check == check)];
        CheckNotMade[] skipped = [.. verdict.NotChecked.Where(n => n.Check == check)];
        if (results.Length + skipped.Length == 0)
        {
            return;
        }

        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", check.ToString());
        Counts(xml, results, skipped.Length);
        xml.WriteAttributeString("time", "0");
        xml.WriteAttributeString("timestamp", verdict.CheckedAt.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        foreach (NamespaceCheckResult result in results)
        {
            Begin(xml, check, result.Subject);
            Outcome(xml, result);
            xml.WriteEndElement();
        }

        foreach (CheckNotMade one in skipped)
        {
            Begin(xml, check, "(not checked)");
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", JUnitText.Of(one.Needs));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Begin(XmlWriter xml, NamespaceCheck check, string subject)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", JUnitText.Of(subject));
        xml.WriteAttributeString("classname", Root + "." + check);
        xml.WriteAttributeString("time", "0");
    }

    /// <summary>The format has no warning: it stands in the output of a case that passed.</summary>
    private static void Outcome(XmlWriter xml, NamespaceCheckResult result)
    {
        switch (result.Outcome)
        {
            case CheckOutcome.Passed:
                break;
            case CheckOutcome.Warning:
                xml.WriteElementString("system-out", JUnitText.Of($"Warning {result.Rule}: {result.Message} {result.Remedy}".TrimEnd()));
                break;
            case CheckOutcome.Failed:
                Problem(xml, "failure", result);
                break;
            case CheckOutcome.Unknown:
                Problem(xml, "error", result);
                break;
            default:
                throw ClosedSet.Outside(result.Outcome);
        }
    }

    private static void Problem(XmlWriter xml, string element, NamespaceCheckResult result)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("message", JUnitText.Of(result.Message));
        xml.WriteAttributeString("type", JUnitText.Of(result.Rule));
        xml.WriteString(JUnitText.Of(result.Remedy));
        xml.WriteEndElement();
    }

    private static void Counts(XmlWriter xml, IReadOnlyCollection<NamespaceCheckResult> results, int skipped)
    {
        Count(xml, "tests", results.Count + skipped);
        Count(xml, "failures", results.Count(r => r.Outcome == CheckOutcome.Failed));
        Count(xml, "errors", results.Count(r => r.Outcome == CheckOutcome.Unknown));
    }

    private static void Count(XmlWriter xml, string name, int count) =>
        xml.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));

    /// <summary>The declaration names the encoding of the file that the text belongs in.</summary>
    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }
}
