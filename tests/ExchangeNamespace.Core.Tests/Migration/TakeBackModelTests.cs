using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Migration;

/// <summary>Records, pools and certificates while the steps are done, and while they are taken back one after the other from any of them.</summary>
public class TakeBackModelTests
{
    private static readonly TimeSpan Unknown = TimeSpan.MinValue;

    private readonly SortedDictionary<string, string> _places = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, TimeSpan> _times = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _certificates = new(StringComparer.Ordinal);

    private string State => string.Join("\n", _places.Select(p => $"{p.Key}: {p.Value}")
        .Concat(_times.Where(t => t.Value != Unknown).Select(t => $"{t.Key}: {t.Value}")).Concat(_certificates.Select(c => $"{c.Key}: {c.Value}")));

    /// <summary>
    /// From each step back to the one before it, and from the last to the first: with the state of every moment kept, that is from every step to
    /// the beginning.
    /// </summary>
    [Fact]
    public void Taking_back_from_every_step_leads_to_the_records_pools_and_certificates_of_before()
    {
        int every = RandomCases.Of(101, 1);
        int taken = 0;
        foreach (NamespaceMigration migration in Crossed.All().Where((_, i) => i % every == 0).Select(c => c.Make())
            .Concat([Migrations.SideBySide(), Migrations.InPlace(), Migrations.TwoHops(), Migrations.OneSiteFirst()]))
        {
            TakeBackModelTests model = new();
            model.Meet(migration);
            List<(MigrationStep Step, string Before, Dictionary<string, string> Certificates)> done = [];
            foreach (MigrationStep step in migration.Steps)
            {
                done.Add((step, model.State, new(model._certificates)));
                model.Do(step.Id, step.Actions);
            }

            foreach ((MigrationStep step, string before, Dictionary<string, string> certificates) in done.AsEnumerable().Reverse())
            {
                taken += model.TakeBack(step, certificates) ? 1 : 0;
                Assert.True(before == model.State, $"{migration}, {step.Id}:\n{before}\n\n{model.State}");
            }
        }

        Assert.True(taken > 150, taken.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Before the first step: what the first action about a name or a machine finds.</summary>
    private void Meet(NamespaceMigration migration)
    {
        foreach (MigrationAction action in migration.Steps.SelectMany(s => s.Actions))
        {
            switch (action)
            {
                case DnsChange dns when !_times.ContainsKey(Key(dns)):
                    Set(Key(dns), Servers(dns.Before.SelectMany(t => t.Servers)));
                    _times[Key(dns)] = dns.TimeToLiveBefore ?? Unknown;
                    break;
                case PoolChange pool:
                    foreach (string key in pool.Hosts.Select(h => $"{pool.View} {h}").Where(k => !_times.ContainsKey(k)))
                    {
                        Set(key, Servers(pool.Before));
                        _times[key] = Unknown;
                    }

                    break;
                case CertificateChange { Stage: CertificateStage.Enable } certificate:
                    foreach (string machine in certificate.Machines)
                    {
                        _certificates.TryAdd(machine, "of before");
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private void Do(string id, IEnumerable<MigrationAction> actions)
    {
        foreach (MigrationAction action in actions)
        {
            switch (action)
            {
                case DnsChange dns:
                    Assert.True(Of(Key(dns)) == Servers(dns.Before.SelectMany(t => t.Servers)), $"{id}: {dns} finds {Of(Key(dns))}");
                    Set(Key(dns), Servers(dns.After.SelectMany(t => t.Servers)));
                    bool isKnown = _times[Key(dns)] != Unknown;
                    _times[Key(dns)] = isKnown && dns.TimeToLiveAfter is { } time ? time : _times[Key(dns)];
                    break;
                case PoolChange pool:
                    foreach (string key in pool.Hosts.Select(h => $"{pool.View} {h}"))
                    {
                        Assert.True(Of(key) == Servers(pool.Before), $"{id}: {pool} finds {Of(key)}");
                        Set(key, Servers(pool.After));
                    }

                    break;
                case CertificateChange { Stage: CertificateStage.Enable } certificate:
                    foreach (string machine in certificate.Machines)
                    {
                        _certificates[machine] = certificate.Certificate;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>A certificate comes back by hand: the text names the machine.</summary>
    private bool TakeBack(MigrationStep step, Dictionary<string, string> before)
    {
        Do(step.Id, step.TakeBack);
        string text = string.Join("\n", step.TakeBack.OfType<ManualWork>().Select(w => w.Text));
        foreach (string machine in step.Actions.OfType<CertificateChange>().Where(c => c.Stage == CertificateStage.Enable).SelectMany(c => c.Machines))
        {
            Assert.Contains(machine == PlannedCertificate.ReverseProxyMachine ? "listeners" : machine, text, StringComparison.Ordinal);
            _certificates[machine] = before[machine];
        }

        return step.TakeBack.Count > 0;
    }

    private string Of(string key) => _places.TryGetValue(key, out string? servers) ? servers : string.Empty;

    private void Set(string key, string servers)
    {
        if (servers.Length > 0)
        {
            _places[key] = servers;
        }
        else
        {
            _places.Remove(key);
        }
    }

    private static string Key(DnsChange change) => $"{change.View} {change.Name}";

    private static string Servers(IEnumerable<string> servers) => string.Join(",", servers.Distinct().Order(StringComparer.OrdinalIgnoreCase));
}
