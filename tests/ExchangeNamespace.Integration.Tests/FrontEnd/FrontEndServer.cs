using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>
/// A server that answers as the front end of Exchange answers a client, over https and by choice over http. What is wrong with it is set while
/// it runs, and what arrived is kept.
/// </summary>
internal sealed class FrontEndServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<FrontEndService, FrontEndFault> _faults = new();
    private readonly FrontEndAnswers _answers;
    private readonly ConnectionLogons _logons = new();
    private WebApplication? _application;
    private ImmutableList<FrontEndRequest> _requests = [];
    private int _open;
    private int _mostOpen;
    private int _connections;

    private FrontEndServer(FrontEndSettings settings)
    {
        Settings = settings;
        Certificate = settings.Certificate;
        Build = settings.Product.Build;
        ShownName = settings.Name.ToUpperInvariant();
        _answers = new FrontEndAnswers(this);
    }

    public FrontEndSettings Settings { get; }

    public int HttpsPort { get; private set; }

    /// <summary>The port of http; 0 without one.</summary>
    public int HttpPort { get; private set; }

    /// <summary>The full name.</summary>
    public string Fqdn => Settings.Name.ToLowerInvariant() + "." + Settings.Domain;

    /// <summary>The certificate that the next connection gets.</summary>
    public X509Certificate2 Certificate { get; set; }

    /// <summary>The build that it states.</summary>
    public string Build { get; set; }

    /// <summary>The name that it states.</summary>
    public string ShownName { get; set; }

    /// <summary>The host to which Autodiscover in JSON sends phones.</summary>
    public string MobileHost { get; set; } = "mail.contoso.com";

    /// <summary>The value of Strict-Transport-Security; null for none.</summary>
    public string? TransportSecurity { get; set; }

    /// <summary>Other schemes than the default ones of a directory.</summary>
    public ConcurrentDictionary<FrontEndService, string[]> Schemes { get; } = new();

    /// <summary>What arrived, in order.</summary>
    public IReadOnlyList<FrontEndRequest> Requests => _requests;

    /// <summary>How many TCP connections came, and how many were open at the same time.</summary>
    public int Connections => _connections;

    public int MostOpenConnections => _mostOpen;

    /// <summary>The requests of ActiveSync that are held open until they are released.</summary>
    public HeldRequests Held { get; } = new();

    /// <summary>Starts a server.</summary>
    public static async Task<FrontEndServer> StartAsync(FrontEndSettings settings)
    {
        FrontEndServer server = new(settings);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = null;
            IPAddress address = IPAddress.Parse(settings.Address);
            options.Listen(address, settings.HttpsPort, listen => server.Listen(listen, isSecure: true));
            if (settings.HttpPort is { } http)
            {
                options.Listen(address, http, listen => server.Listen(listen, isSecure: false));
            }
        });
        server._application = builder.Build();
        server._application.Run(server.AnswerAsync);
        await server._application.StartAsync();
        int[] ports = [.. server._application.Urls.Select(u => new Uri(u)).OrderByDescending(u => u.Scheme).Select(u => u.Port)];
        server.HttpsPort = ports[0];
        server.HttpPort = ports.ElementAtOrDefault(1);
        return server;
    }

    /// <summary>Breaks directories.</summary>
    public void Break(FrontEndFault fault, params IEnumerable<FrontEndService> services)
    {
        foreach (FrontEndService service in services)
        {
            _faults[service] = fault;
        }
    }

    /// <summary>Mends everything that was broken, and forgets what arrived.</summary>
    public void Mend()
    {
        _faults.Clear();
        Schemes.Clear();
        Certificate = Settings.Certificate;
        Build = Settings.Product.Build;
        TransportSecurity = null;
        MobileHost = "mail.contoso.com";
        ShownName = Settings.Name.ToUpperInvariant();
        _requests = [];
    }

    /// <summary>What is wrong with a directory; null where it is healthy.</summary>
    public FrontEndFault? FaultOf(FrontEndService? service) =>
        service is { } known && _faults.TryGetValue(known, out FrontEndFault fault) ? fault : null;

    public async ValueTask DisposeAsync()
    {
        Held.Release();
        using CancellationTokenSource now = new();
        await now.CancelAsync();
        await _application!.StopAsync(now.Token);
        await _application.DisposeAsync();
    }

    private void Listen(ListenOptions listen, bool isSecure)
    {
        listen.Protocols = HttpProtocols.Http1;
        listen.Use(next => connection => CountAsync(next, connection));
        if (isSecure)
        {
            listen.UseHttps(new HttpsConnectionAdapterOptions
            {
                ServerCertificateSelector = (_, _) => Certificate,
                OnAuthenticate = (_, options) => Prepare(options),
            });
        }
    }

    private void Prepare(SslServerAuthenticationOptions options)
    {
        options.ApplicationProtocols = null;
        if (Settings.Authorities.Count > 0)
        {
            options.ServerCertificateSelectionCallback = null;
            options.ServerCertificateContext = SslStreamCertificateContext.Create(Certificate, Settings.Authorities, offline: true);
        }
    }

    private async Task CountAsync(ConnectionDelegate next, ConnectionContext connection)
    {
        Interlocked.Increment(ref _connections);
        int open = Interlocked.Increment(ref _open);
        for (int most = _mostOpen; open > most; most = _mostOpen)
        {
            Interlocked.CompareExchange(ref _mostOpen, open, most);
        }

        try
        {
            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private Task AnswerAsync(HttpContext context)
    {
        string? authorization = context.Request.Headers.Authorization.FirstOrDefault();
        (LogonStep step, string? user) = _logons.Take(context.Connection.Id, authorization);
        FrontEndRequest request = new(
            Settings.Name,
            context.Connection.Id,
            context.Connection.RemoteIpAddress!.ToString(),
            context.Request.Method,
            context.Request.IsHttps,
            context.Features.Get<ITlsHandshakeFeature>()?.HostName is { Length: > 0 } name ? name : null,
            context.Request.Host.Value ?? string.Empty,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            [.. context.Request.Headers.Select(h => KeyValuePair.Create(h.Key, h.Value.ToString()))],
            user);
        ImmutableInterlocked.Update(ref _requests, r => r.Add(request));
        return _answers.AnswerAsync(context, request, step);
    }
}
