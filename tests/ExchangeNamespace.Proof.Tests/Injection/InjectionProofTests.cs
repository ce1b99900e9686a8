using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CsCheck;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Injection;

/// <summary>
/// Whatever a text is and wherever it enters, it is refused with a usable fault, or every line carries exactly the planned values
/// and is one command to the real parser.
/// </summary>
public class InjectionProofTests(ITestOutputHelper output)
{
    private static readonly int RandomValues = RandomCases.Of(usual: 2_500, full: 25_000);

    private readonly ConcurrentDictionary<string, int> _accepted = new();
    private readonly ConcurrentDictionary<string, int> _refused = new();
    private int _lines;

    [Fact]
    public void Any_text_in_any_position_is_refused_or_stays_a_value()
    {
        Gen<(InputPosition Position, string Value)> input = HostileText.OneOf(InputPosition.All)
            .SelectMany(position => HostileText.Near(position.Good).Select(value => (position, value)));

        input.Sample(x => Prove(x.Position, x.Value), iter: RandomValues, print: x => x.Position + ": " + HostileText.Show(x.Value));

        Report();
    }

    [Fact]
    public void Every_vector_and_every_piece_is_tried_in_every_position()
    {
        foreach (InputPosition position in InputPosition.All)
        {
            foreach (string value in position.Good.Concat(HostileText.Vectors).Concat(HostileText.Pieces).Concat(HostileText.Pieces.Select(p => position.Good[0] + p)))
            {
                Prove(position, value);
            }
        }

        Assert.Empty(InputPosition.All.Where(p => p.AcceptsSome && !_accepted.ContainsKey(p.Name)).Select(p => p.Name));
        Assert.Empty(InputPosition.All.Where(p => !_refused.ContainsKey(p.Name)).Select(p => p.Name));
        Report();
    }

    private void Prove(InputPosition position, string value)
    {
        try
        {
            PlanResult result = position.Plan(value);
            if (result.Faults.Count > 0 || result.Plan is null)
            {
                _refused.AddOrUpdate(position.Name, 1, (_, n) => n + 1);
                FaultProof.Prove(result.Faults, value);
            }

            if (result.Plan is not null)
            {
                _accepted.AddOrUpdate(position.Name, 1, (_, n) => n + 1);
                Interlocked.Add(ref _lines, LineProof.Prove(result.Plan));
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new InvalidOperationException(position + ": " + HostileText.Show(value), exception);
        }
    }

    private void Report() => output.WriteLine(
        $"{_accepted.Values.Sum() + _refused.Values.Sum()} values in {InputPosition.All.Count} positions: {_refused.Values.Sum()} refused, {_accepted.Values.Sum()} planned, {_lines} lines parsed");
}
