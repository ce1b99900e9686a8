using System.Collections.Generic;
using System.Text;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.ScriptParsing;
using ExchangeNamespace.Scripts;
using ExchangeNamespace.Scripts.Rules;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>A script is judged whatever it is, and so is what the mechanical replacements make of it.</summary>
internal static class ScriptTarget
{
    private static readonly string[] Versions = ["2007SP3", "2016", "SE"];

    public static void Read(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        ScriptModel model = ScriptReader.Read(text, () => false);
        foreach (string version in Versions)
        {
            ExchangeVersionReader.TryParse(version, "ExchangeVersion", out ExchangeVersion? read, out _);
            IReadOnlyList<ScriptFinding> findings = ScriptLinter.Check(model, read!, () => false);
            FixedScript repaired = new(text, [text], findings);
            foreach (Finding finding in repaired.Left)
            {
                Must.BeShown(finding.Message);
            }

            if (repaired.HasChanges)
            {
                ScriptLinter.Check(ScriptReader.Read(repaired.Parts[0], () => false), read!, () => false);
            }
        }
    }
}
