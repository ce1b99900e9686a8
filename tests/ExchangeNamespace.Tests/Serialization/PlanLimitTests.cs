using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Serialization;
using Xunit;

namespace ExchangeNamespace.Tests.Serialization;

/// <summary>A plan or design file costs no more than its limits allow.</summary>
public class PlanLimitTests
{
    [Fact]
    public void Reading_ends_with_a_stated_number_of_faults()
    {
        string json = $"{{ \"schemaVersion\": {NamespacePlan.CurrentSchemaVersion}, \"smtpDomains\": [{string.Join(",", Enumerable.Repeat("1", 20_000))}] }}";

        (NamespacePlan? plan, IReadOnlyList<InputFault> faults) = PlanJson.Read(json);

        Assert.Null(plan);
        Assert.Equal(FileLimits.Faults + 1, faults.Count);
        Assert.Equal(FaultIds.TooManyFaults, faults[^1].Id);
        Assert.DoesNotContain(FaultIds.TooManyFaults, faults.SkipLast(1).Select(f => f.Id));
    }

    [Trait("Takes", "Long")]
    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("0")]
    public void Values_are_counted(string value)
    {
        string json = "{ \"schemaVersion\": 1, \"site\": [" + string.Join(",", Enumerable.Repeat(value, FileLimits.PlanValues)) + "] }";

        Assert.Equal(FaultIds.InputOverLimit, Assert.Single(DesignJson.Read(json, 1).Faults).Id);
    }

    [Fact]
    public void A_stop_is_heard_at_the_next_value()
    {
        CancellationToken stopped = new(canceled: true);

        Assert.Throws<OperationCanceledException>(() => PlanJson.Read("{}", stopped));
        Assert.Throws<OperationCanceledException>(() => DesignJson.Read("{}", 1, stopped));
    }
}
