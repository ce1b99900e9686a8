using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Verdicts;
using Xunit;

namespace ExchangeNamespace.Tests.Verdicts;

public class PrometheusMetricsTests
{
    private static readonly Regex Sample = new(
        @"\A[a-z_]+(\{([a-z_]+=""([^""\\\n]|\\[\\""n])*""(,(?=[a-z])|(?=\})))+\})? -?[0-9]+\z");

    [Fact]
    public void Each_line_is_a_comment_of_its_metric_or_a_sample()
    {
        string[] lines = [.. PrometheusMetrics.Of(Results.HostileVerdict())];

        Assert.All(lines.Where(l => l[0] != '#'), l => Assert.Matches(Sample, l));
        Assert.All(lines, l => Assert.DoesNotContain(l, c => char.IsControl(c)));
        Assert.Equal(lines.Length, lines.Distinct().Count());
        string[] names = [.. lines.Where(l => l.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(l => l.Split(' ')[2])];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(lines.Where(l => l[0] != '#'), l => Assert.Contains(l.Split('{', ' ')[0], (IEnumerable<string>)names));
    }

    [Fact]
    public void Values_are_those_of_the_verdict() => Assert.Equal(
        [
            "exchange_namespace_result{check=\"SplitDns\",subject=\"a\"} 2", "exchange_namespace_results{outcome=\"passed\"} 0",
            "exchange_namespace_results{outcome=\"warning\"} 0", "exchange_namespace_results{outcome=\"failed\"} 1",
            "exchange_namespace_results{outcome=\"unknown\"} 0", "exchange_namespace_verdict 2",
            "exchange_namespace_certificate_not_after_timestamp_seconds{check=\"SplitDns\",subject=\"a\"} 1780401600",
            "exchange_namespace_checked_timestamp_seconds 1780315200",
        ],
        PrometheusMetrics.Of(Results.Verdict(Results.Of("a", CheckOutcome.Failed, end: Results.Now.AddDays(1)))).Where(l => l[0] != '#'));

    [Theory]
    [InlineData("a\"b", "\"a\\\"b\"")]
    [InlineData("a\\b", "\"a\\\\b\"")]
    [InlineData("a\nb", "\"a\\nb\"")]
    [InlineData("a{},=b", "\"a{},=b\"")]
    public void A_label_is_escaped(string value, string written) => Assert.Equal(written, PrometheusLabel.Of(value));
}
