using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>The parts of a request that a certificate has too.</summary>
internal sealed class CertificationRequestView(Pkcs10CertificationRequest request)
{
    private readonly CertificationRequestInfo _info = request.GetCertificationRequestInfo();
    private readonly X509Extensions? _extensions = request.GetRequestedExtensions();

    public X509Name Subject => _info.Subject;

    public SubjectPublicKeyInfo Key => _info.SubjectPublicKeyInfo;

    public string SignatureName =>
        SignerUtilities.GetEncodingName(request.SignatureAlgorithm.Algorithm) ?? request.SignatureAlgorithm.Algorithm.Id;

    public X509Extension? Extension(DerObjectIdentifier oid) => _extensions?.GetExtension(oid);
}
