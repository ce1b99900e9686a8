using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CsCheck;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Spf;

/// <summary>So many senders that no record holds them are refused before they are compared.</summary>
public class SpfLimitTests
{
    [Theory]
    [InlineData(SpfLimits.Values, false)]
    [InlineData(SpfLimits.Values + 1, true)]
    public void The_values_of_a_parameter_are_counted(int count, bool refused)
    {
        List<InputFault> faults = [];

        SpfRecordOptions? options = SpfRecordInputReader.Read(
            new SpfRecordInput { Domains = ["contoso.com"], Addresses = [.. Enumerable.Range(0, count).Select(i => $"192.{i / 65536}.{i / 256 % 256}.{i % 256}")] }, faults, CancellationToken.None);

        Assert.Equal(refused, options is null);
        Assert.Equal(refused ? [FaultIds.ValueOutOfRange] : [], faults.Select(f => f.Id));
    }

    [Fact]
    public void A_stop_is_heard_at_the_next_address() => Assert.Throws<OperationCanceledException>(
        () => SpfRecordInputReader.Read(new SpfRecordInput { Domains = ["contoso.com"], Addresses = ["192.0.2.1"] }, [], new CancellationToken(canceled: true)));

    [Fact]
    public void The_networks_that_are_kept_are_those_that_lie_in_no_other()
    {
        Gen<string> network = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[22, 32]).Select((a, b, prefix) => $"192.0.{a}.{b * 64}/{prefix}");
        network.Array[1, 20].Sample(texts =>
        {
            SpfSenderNetwork[] each = [.. texts.Select(t => Networks([t]).Single())];
            string[] expected = [.. each.Where((n, i) => !each.Where((o, j) => i != j && o.Holds(n) && (!n.Holds(o) || j < i)).Any()).Select(n => n.Term)];

            Assert.Equal(expected, Networks(texts).Select(n => n.Term));
        });
    }

    private static IReadOnlyList<SpfSenderNetwork> Networks(string[] texts) =>
        SpfRecordInputReader.Read(new SpfRecordInput { Domains = ["contoso.com"], Addresses = texts }, [])!.Networks;
}
