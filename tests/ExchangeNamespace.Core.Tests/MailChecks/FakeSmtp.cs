using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Tests.MailChecks;

/// <summary>Mail servers that are observations written down by address; an address without one refuses the connection.</summary>
internal sealed class FakeSmtp : ISmtpProbe
{
    private readonly Dictionary<string, Func<ProbeTarget, SmtpObservation>> _servers = [];
    private readonly List<ProbeTarget> _asked = [];

    public IReadOnlyList<ProbeTarget> Asked => _asked;

    /// <summary>A server as it should be, with a certificate of one byte.</summary>
    public static SmtpObservation Good(ProbeTarget target, string name) => new()
    {
        Target = target,
        Status = SmtpStatus.Answered,
        Stage = SmtpStage.Done,
        BannerCode = 220,
        Banner = [name + " ESMTP"],
        Hello = [name, "STARTTLS"],
        Capabilities = ["STARTTLS"],
        StartTls = StartTlsStatus.Started,
        Tls = new TlsObservation { Target = target, Status = TlsStatus.Answered, Protocol = "TLS 1.2", Chain = [[1]] },
    };

    public FakeSmtp With(string address, string name, Func<SmtpObservation, SmtpObservation>? change = null)
    {
        _servers[address] = target => (change ?? (o => o))(Good(target, name));
        return this;
    }

    public Task<SmtpObservation> ProbeAsync(ProbeTarget target, string helloName, TimeSpan timeout, CancellationToken cancel)
    {
        lock (_asked)
        {
            _asked.Add(target);
        }

        return Task.FromResult(_servers.TryGetValue(target.Address, out Func<ProbeTarget, SmtpObservation>? server)
            ? server(target)
            : new SmtpObservation { Target = target, Status = SmtpStatus.Refused, Stage = SmtpStage.Connect });
    }
}
