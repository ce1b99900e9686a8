using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Spf;

/// <summary>Every record that is made for random senders lets each of them pass, and says its end to a stranger: in our evaluator and in another.</summary>
public class SpfRecordProofTests
{
    private static readonly int Records = RandomCases.Of(usual: 1_000, full: 10_000);

    /// <summary>So many senders of one record are asked about in the other evaluator, which takes most of the time.</summary>
    private const int SendersOfTheOther = 6;

    private static readonly string[] AllowedFaults = [FaultIds.SpfTooManyLookups, FaultIds.SpfAllowsEveryone, FaultIds.InputContradiction];

    private static readonly Lazy<Task<List<Made>>> AllMade = new(MakeAsync);

    [Fact]
    public async Task Our_evaluator_gives_the_intended_result_to_every_sender()
    {
        foreach (Made made in await AllMade.Value)
        {
            SpfEvaluator evaluator = new(made.Case.Zone.Spf, 0);
            foreach (string sender in made.Case.Senders.Append(RandomSenders.Stranger))
            {
                SpfSenderResult result = await evaluator.EvaluateAsync(SpfSender.Of(IPAddress.Parse(sender), "user@" + RandomSenders.Domain, "h0." + RandomSenders.Domain), made.Record, CancellationToken.None);
                SpfResult intended = sender == RandomSenders.Stranger ? made.End : SpfResult.Pass;
                Assert.True(result.Result == intended, $"{sender} is {result.Result}, not {intended}: {result.Reason}\n{made}");
            }
        }
    }

    [Fact]
    public async Task An_independent_evaluator_gives_the_intended_result()
    {
        IndependentEvaluator.SkipWithout();
        List<Made> all = await AllMade.Value;
        IReadOnlyList<string> said = IndependentEvaluator.Judge(RandomSenders.Domain, all.Select(m => (m.Record, m.Case.Zone, m.Asked)));

        int next = 0;
        foreach (Made made in all)
        {
            foreach (string sender in made.Asked)
            {
                string intended = (sender == RandomSenders.Stranger ? made.End : SpfResult.Pass).ToString().ToLowerInvariant();
                Assert.True(said[next] == intended, $"{sender} is {said[next]}, not {intended}\n{made}");
                next++;
            }
        }

        Assert.Equal((Records, said.Count), (all.Count, next));
    }

    [Fact]
    public async Task What_exists_keeps_its_place_and_its_end()
    {
        foreach (Made made in (await AllMade.Value).Where(m => m.Case.Existing is not null))
        {
            SpfRecord record = SpfRecordReader.Read(made.Record);
            SpfRecord existing = SpfRecordReader.Read(made.Case.Existing!);

            Assert.Null(record.Fault);
            Assert.True(record.Text.StartsWith("v=spf1 ", StringComparison.Ordinal) && record.All?.Qualifier != SpfQualifier.Pass, made.ToString());
            Assert.True(record.Mechanisms.Count(m => m.Kind == SpfMechanismKind.All) <= 1, made.ToString());
            Assert.Empty(record.Mechanisms.SkipWhile(m => m.Kind != SpfMechanismKind.All).Skip(1));
            Assert.Equal(existing.Explanation?.Text, record.Explanation?.Text);
            Assert.All(
                existing.Mechanisms.TakeWhile(m => m.Kind != SpfMechanismKind.All),
                kept => Assert.Contains(record.Mechanisms, m => m.Qualifier == kept.Qualifier && m.Text.TrimStart('+') == kept.Text.TrimStart('+')));
        }
    }

    private static async Task<List<Made>> MakeAsync()
    {
        List<Made> made = [];
        for (int seed = 1; made.Count < Records; seed++)
        {
            RandomSenders senders = new(seed);
            List<InputFault> faults = [];
            SpfRecordOptions? options = SpfRecordInputReader.Read(senders.Input, faults);
            Assert.True(options is not null, $"seed {seed}: {string.Join("; ", faults)}: {senders}");
            SpfMade result = Assert.Single(await new SpfRecordMaker(options, senders.Zone.Spf).MakeAsync(CancellationToken.None));
            if (result.Result is null)
            {
                Assert.All(result.Faults, f => Assert.True(AllowedFaults.Contains(f.Id), $"seed {seed}: {f.Message}: {senders}"));
                continue;
            }

            Assert.Equal(result.Result.Record, string.Concat(result.Result.Strings));
            Assert.All(result.Result.Strings, s => Assert.InRange(s.Length, 1, SpfRecordMaker.LongestString));
            Assert.InRange(result.Result.Lookups, 0, SpfRecord.MostLookups);
            made.Add(new Made(seed, senders, result.Result.Record));
        }

        Assert.InRange(made[^1].Seed, Records, 2 * Records);
        return made;
    }

    private sealed record Made(int Seed, RandomSenders Case, string Record)
    {
        /// <summary>What the record says to a sender that it does not name.</summary>
        public SpfResult End { get; } = Record.Contains("redirect=", StringComparison.Ordinal) || Record.Contains("~all", StringComparison.Ordinal) ? SpfResult.SoftFail
            : Record.Contains("?all", StringComparison.Ordinal) ? SpfResult.Neutral : SpfResult.Fail;

        public IReadOnlyList<string> Asked { get; } = [.. Case.Senders.Distinct().Take(SendersOfTheOther), RandomSenders.Stranger];

        public override string ToString() => $"seed {Seed}: {Record}\n{Case}";
    }
}
