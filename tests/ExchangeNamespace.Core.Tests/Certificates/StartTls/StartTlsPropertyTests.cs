using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Mail.StartTls;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates.StartTls;

/// <summary>What is open in the input is open in the answer, and nothing else: compared with every way in which the unknowns can turn out.</summary>
public class StartTlsPropertyTests
{
    private const string Host = "mail.contoso.com";

    private sealed record Draft(bool? Fits, bool? Smtp, bool? SelfSigned, int? Day, bool? Expired, bool HasKey);

    private static readonly Gen<bool?> Open = Gen.Int[0, 3].Select(i => i switch { 0 => (bool?)null, 1 => false, _ => true });

    private static readonly Gen<Draft> AnyDraft =
        from fits in Open
        from smtp in Open
        from self in Open
        from day in Gen.Int[0, 2].Select(i => i == 0 ? (int?)null : i)
        from expired in Open
        from key in Gen.Frequency((5, Gen.Const(true)), (1, Gen.Const(false)))
        select new Draft(fits, smtp, self, day, expired, key);

    private static readonly Gen<(Draft[] Drafts, bool Modern, bool ByName)> Cases = Gen.Select(AnyDraft.Array[0, 3], Gen.Bool, Gen.Bool);

    [Fact]
    public void The_answer_is_certain_exactly_where_every_completion_agrees() => Cases.Sample(
        c =>
        {
            bool byName = c.ByName && c.Modern;
            StartTlsPrediction prediction = Stores.Predict(
                byName ? Stores.Connector(("TlsCertificateName", "<I>CN=I<S>CN=S")) : Stores.Connector(),
                Stores.Server(c.Modern ? "2019" : "2010"),
                [.. c.Drafts.Select((d, i) => Store(d, i, byName))]);
            HashSet<(StartTlsOutcome, int)> ways = [.. Completions(c.Drafts).SelectMany(world => Reference(world, c.Modern, byName))];

            StartTlsOutcome[] outcomes = [.. ways.Select(w => w.Item1).Distinct()];
            int[] winners = [.. ways.Select(w => w.Item2).Where(w => w >= 0).Distinct()];
            Assert.Equal(outcomes.Length == 1 ? outcomes[0] : StartTlsOutcome.Unknown, prediction.StartTls);
            Assert.Equal(winners.Length == 1 ? winners[0].ToString("X", CultureInfo.InvariantCulture) : null, prediction.Certificate?.Thumbprint);
            Assert.Equal(winners.Order().Select(w => w.ToString("X", CultureInfo.InvariantCulture)),
                prediction.Candidates.Where(x => x.Verdict is CandidateVerdict.Chosen or CandidateVerdict.Possible).Select(x => x.Certificate.Thumbprint).Order(StringComparer.Ordinal));
        },
        iter: 1200);

    private static StoreCertificate Store(Draft draft, int index, bool byName) => new()
    {
        Thumbprint = index.ToString("X", CultureInfo.InvariantCulture),
        // By name, an unknown subject leaves it open whether the certificate fits.
        Subject = !byName ? "CN=x" : draft.Fits switch { true => "CN=S", false => "CN=T", null => null },
        Issuer = "CN=I",
        Names = byName ? [] : draft.Fits switch { true => [Host], false => [], null => null },
        Services = draft.Smtp switch { true => ["SMTP"], false => [], null => null },
        IsSelfSigned = draft.SelfSigned,
        NotBefore = draft.Day is { } day ? new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc) : null,
        NotAfter = draft.Expired switch { true => Stores.Today.AddDays(-1), false => Stores.Today.AddDays(1), null => null },
        HasPrivateKey = draft.HasKey,
    };

    private static IEnumerable<Draft[]> Completions(Draft[] drafts) => drafts.Aggregate(
        (IEnumerable<Draft[]>)[[]],
        (worlds, d) => worlds.SelectMany(w => Complete(d).Select(x => (Draft[])[.. w, x])));

    private static IEnumerable<Draft> Complete(Draft d) =>
        from fits in Both(d.Fits)
        from smtp in Both(d.Smtp)
        from self in Both(d.SelfSigned)
        from expired in Both(d.Expired)
        from day in d.Day is { } known ? [known] : new[] { 0, 1, 2, 3 }
        select new Draft(fits, smtp, self, day, expired, d.HasKey);

    private static bool[] Both(bool? value) => value is { } known ? [known] : [true, false];

    // The documented steps, read once more and written down as plainly as possible; equal dates give one way for each.
    private static IEnumerable<(StartTlsOutcome, int)> Reference(Draft[] world, bool modern, bool byName)
    {
        int[] usable = [.. Enumerable.Range(0, world.Length).Where(i => world[i] is { Fits: true, HasKey: true })];
        int[] eligible = byName ? usable : [.. usable.Where(i => world[i].Smtp == true)];
        int[] pool = eligible.Length > 0 ? eligible : modern ? usable : [];
        if (pool.Length == 0)
        {
            return [(StartTlsOutcome.NotOffered, -1)];
        }

        int[] valid = [.. pool.Where(i => world[i] is { SelfSigned: false, Expired: false })];
        int[] self = [.. pool.Where(i => world[i].SelfSigned == true)];
        int[] best = valid.Length > 0 ? valid : self.Length > 0 ? self : pool;
        int newest = best.Max(i => world[i].Day!.Value);
        return best.Where(i => world[i].Day == newest).Select(i => (world[i].Smtp == true ? StartTlsOutcome.Offered : StartTlsOutcome.OfferedButFails, i));
    }
}
