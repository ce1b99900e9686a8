using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tls;
using Org.BouncyCastle.Tls.Crypto.Impl.BC;

namespace ExchangeNamespace.Tls;

/// <summary>A TLS client that wants to see, not to trust: it takes every certificate and every protocol from TLS 1.0, and notes what comes.</summary>
internal sealed class ObservingTlsClient(string? serverName) : DefaultTlsClient(new BcTlsCrypto(new SecureRandom()))
{
    /// <summary>A certificate with 500 long names has some 30,000 bytes.</summary>
    private const int MaximumMessage = 128 * 1024;

    private const int MaximumChain = 32;

    /// <summary>From strong to weak, down to what Windows Server 2008 offers.</summary>
    private static readonly int[] Suites =
    [
        CipherSuite.TLS_AES_128_GCM_SHA256, CipherSuite.TLS_AES_256_GCM_SHA384, CipherSuite.TLS_CHACHA20_POLY1305_SHA256,
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256, CipherSuite.TLS_DHE_RSA_WITH_AES_256_GCM_SHA384,
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256,
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384, CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384,
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA, CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA,
        CipherSuite.TLS_DHE_RSA_WITH_AES_128_CBC_SHA, CipherSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA,
        CipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256, CipherSuite.TLS_RSA_WITH_AES_256_GCM_SHA384,
        CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA256, CipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA256,
        CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA, CipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA,
        CipherSuite.TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA, CipherSuite.TLS_RSA_WITH_3DES_EDE_CBC_SHA,
    ];

    public List<byte[]> Chain { get; } = [];

    public string? Protocol { get; private set; }

    public string? Suite { get; private set; }

    public bool IsComplete { get; private set; }

    /// <summary>The alert with which the server ended it, or with which this side did; null for none.</summary>
    public short? Alert { get; private set; }

    public bool IsAlertFromServer { get; private set; }

    public override int GetMaxHandshakeMessageSize() => MaximumMessage;

    public override int GetMaxCertificateChainLength() => MaximumChain;

    /// <summary>An old signature is something to report, not to stop at.</summary>
    public override bool ShouldCheckSigAlgOfPeerCerts() => false;

    /// <summary>Many servers close without saying so.</summary>
    public override bool RequiresCloseNotify() => false;

    public override TlsDHGroupVerifier GetDHGroupVerifier() => new AnyGroup();

    public override TlsAuthentication GetAuthentication() => new Observer(Chain);

    public override void NotifyServerVersion(ProtocolVersion serverVersion)
    {
        base.NotifyServerVersion(serverVersion);
        Protocol = serverVersion.ToString();
    }

    public override void NotifySelectedCipherSuite(int selectedCipherSuite)
    {
        base.NotifySelectedCipherSuite(selectedCipherSuite);
        Suite = NameOf(selectedCipherSuite);
    }

    public override void NotifyHandshakeComplete()
    {
        base.NotifyHandshakeComplete();
        IsComplete = true;
    }

    public override void NotifyAlertReceived(short alertLevel, short alertDescription)
    {
        base.NotifyAlertReceived(alertLevel, alertDescription);
        if (alertLevel == AlertLevel.fatal)
        {
            (Alert, IsAlertFromServer) = (alertDescription, true);
        }
    }

    public override void NotifyAlertRaised(short alertLevel, short alertDescription, string message, Exception cause)
    {
        base.NotifyAlertRaised(alertLevel, alertDescription, message, cause);
        if (alertLevel == AlertLevel.fatal)
        {
            Alert ??= alertDescription;
        }
    }

    protected override ProtocolVersion[] GetSupportedVersions() => ProtocolVersion.TLSv13.DownTo(ProtocolVersion.TLSv10);

    protected override int[] GetSupportedCipherSuites() => TlsUtilities.GetSupportedCipherSuites(Crypto, Suites);

    protected override IList<ServerName>? GetSniServerNames() =>
        serverName is null ? null : [new ServerName(NameType.host_name, Encoding.ASCII.GetBytes(serverName))];

    /// <summary>The library has the names as constants only.</summary>
    private static string NameOf(int suite) =>
        typeof(CipherSuite).GetFields().FirstOrDefault(f => f.IsLiteral && f.GetRawConstantValue() is int value && value == suite)?.Name
        ?? "0x" + suite.ToString("X4", System.Globalization.CultureInfo.InvariantCulture);

    private sealed class AnyGroup : TlsDHGroupVerifier
    {
        private const int Longest = 8192;

        public bool Accept(Org.BouncyCastle.Tls.Crypto.DHGroup dhGroup) => dhGroup.P.BitLength <= Longest;
    }

    private sealed class Observer(List<byte[]> chain) : TlsAuthentication
    {
        public void NotifyServerCertificate(TlsServerCertificate serverCertificate)
        {
            Certificate presented = serverCertificate.Certificate;
            for (int i = 0; i < presented.Length; i++)
            {
                chain.Add(presented.GetCertificateAt(i).GetEncoded());
            }
        }

        public TlsCredentials? GetClientCredentials(CertificateRequest certificateRequest) => null;
    }
}
