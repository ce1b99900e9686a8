using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>
/// What clients still use of what they were given: Outlook asks Autodiscover again after at most 75 minutes (KB 3211279), programs of
/// Exchange Web Services and devices after a week. A client whose mailbox moves asks again at once, because its connection ends.
/// </summary>
internal sealed class GivenUrls(Moment moment)
{
    private static readonly TimeSpan Outlook = TimeSpan.FromMinutes(75);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly Dictionary<(MigrationClient Client, DnsView View, MailboxGroup Group, string Host, RouteProtocol Protocol), TimeSpan>
        _given = [];

    private readonly HashSet<(MigrationClient, DnsView, MailboxGroup, string)> _now = [];

    public void Begin() => _now.Clear();

    /// <summary>A name that is given now. What setup leaves for a short time is not kept.</summary>
    public void Give(ClientQuestion question)
    {
        if (question.From is not { IsFresh: true })
        {
            _given[(question.Client, question.View, question.Group, question.Host, question.Protocol)] = moment.Now;
            _now.Add((question.Client, question.View, question.Group, question.Host));
        }
    }

    /// <summary>Names of before that clients may still use.</summary>
    public IEnumerable<ClientQuestion> Kept(IReadOnlyList<MailboxGroup> groups)
    {
        foreach (var given in _given.ToList())
        {
            TimeSpan age = moment.Now - given.Value;
            var (client, view, group, host, protocol) = given.Key;
            bool isShort = age < Short(client);
            if (!isShort && (age > Week || client is not (MigrationClient.WebServices or MigrationClient.ActiveSync)))
            {
                _given.Remove(given.Key);
            }
            else if (client != MigrationClient.AutodiscoverByDns && !_now.Contains((client, view, group, host)) && groups.Contains(group))
            {
                yield return new ClientQuestion(client, view, group, host, protocol)
                {
                    Age = age,
                    Severity = isShort ? FindingSeverity.Error : FindingSeverity.Warning,
                };
            }
        }
    }

    private TimeSpan Short(MigrationClient client) =>
        client == MigrationClient.OutlookByConnectionPoint ? moment.ReplicationTime : Outlook;
}
