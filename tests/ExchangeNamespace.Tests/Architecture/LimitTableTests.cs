using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Architecture;

/// <summary>The page about limits and the code say the same.</summary>
public class LimitTableTests
{
    [Fact]
    public void Every_limit_stands_in_the_table_with_its_value()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "decisions", "0014-limits-on-data-from-outside.md"));
        SortedDictionary<string, string> documented = new(StringComparer.Ordinal);
        foreach (Match row in Regex.Matches(page, @"^\| `(\w+Limits\.\w+)` \| (\d+) \|", RegexOptions.Multiline))
        {
            documented.Add(row.Groups[1].Value, row.Groups[2].Value);
        }

        SortedDictionary<string, string> held = new(StringComparer.Ordinal);
        foreach (FieldInfo limit in typeof(CertificateLimits).Assembly.GetTypes().Where(t => t.Name.EndsWith("Limits", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)))
        {
            held.Add(limit.DeclaringType!.Name + "." + limit.Name, string.Format(CultureInfo.InvariantCulture, "{0}", limit.GetRawConstantValue()));
        }

        Assert.True(held.Count > 10);
        Assert.Equal(held, documented);
    }
}
