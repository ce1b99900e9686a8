using System.Linq;
using ExchangeNamespace.FrontDoor.Services;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>What a service answers is understood or not; what is shown of it has no control character.</summary>
internal static class ServiceTarget
{
    public static void Read(byte[] bytes)
    {
        HttpReading reading = HttpResponseReader.TryRead(bytes, bytes.Length, ended: true, out HttpResponse? response);
        ServiceAnswer answer = ServiceAnswer.Of(reading == HttpReading.Complete
            ? new HttpAnswer { Status = HttpStatus.Answered, Response = response } : new HttpAnswer { Status = HttpStatus.Malformed });
        foreach (string? shown in answer.Schemes.Append(answer.FrontEnd).Append(answer.Web).Append(answer.TransportSecurity))
        {
            Must.BeShown(shown ?? string.Empty);
        }
    }
}
