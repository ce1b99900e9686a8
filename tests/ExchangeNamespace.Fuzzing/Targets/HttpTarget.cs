using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>An answer of a web server is complete, incomplete or malformed, and once it has ended it is no longer incomplete.</summary>
internal static class HttpTarget
{
    public static void Read(byte[] bytes)
    {
        HttpResponseReader.TryRead(bytes, bytes.Length, ended: false, out HttpResponse? early);
        HttpReading reading = HttpResponseReader.TryRead(bytes, bytes.Length, ended: true, out HttpResponse? response);
        Must.Hold(reading != HttpReading.Incomplete, "An answer that has ended is still awaited.");
        Must.Hold(early is null || response is not null, "An answer that was complete is malformed at its end.");
    }
}
